#include "support/browser.hpp"

#include "support/scenes.hpp"

namespace thalweg::test {

std::string browser()
{
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"})
        if (run_program({"sh", "-c", std::string("command -v ") + name}).code == 0)
            return name;
    return {};
}

std::string browse(
    const TemporaryFolder& folder, const std::vector<std::string>& options, const std::string& page)
{
    std::vector<std::string> words{browser(), "--headless", "--no-sandbox", "--disable-gpu",
        "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=" + (folder / "browser")};
    words.insert(words.end(), options.begin(), options.end());
    words.push_back("file://" + page);
    return output_of(words);
}

} // namespace thalweg::test
