int run_app(int argc, char** argv);
int main(int argc, char** argv) { return run_app(argc, argv); }
