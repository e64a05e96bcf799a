#include "app/app.hpp"

int main(int argc, char** argv)
{
    return thalweg::run_app(argc, argv);
}
