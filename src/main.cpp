#include "app/app.hpp"

int main(int argc, char** argv)
{
    return thalweg::app::run_app(argc, argv);
}
