#include "canvas/canvas.hpp"

namespace thalweg::canvas {

std::string group_id(const std::string& prefix, const std::string& name)
{
    std::string id = prefix;
    bool pending = true; // a hyphen stands before the next letter
    for (const char c : name) {
        const bool is_capital = c >= 'A' && c <= 'Z';
        if (!is_capital && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
            pending = true;
            continue;
        }
        if (pending && !id.empty())
            id += '-';
        pending = false;
        id += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return id.empty() || (id.front() >= '0' && id.front() <= '9') ? "g-" + id : id;
}

} // namespace thalweg::canvas
