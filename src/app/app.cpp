// Placeholder so that the folder's library exists.
int run_app(int, char**); int run_app(int, char**) { return 0; }
