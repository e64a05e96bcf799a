#include "scene/yaml.hpp"

#include "core/error.hpp"
#include "scene/limits.hpp"
#include "scene/refuse.hpp"
#include "scene/source_text.hpp"
#include "scene/tree_builder.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace thalweg::scene {

namespace {

/// Turns the parser's marks, which count bytes from 0, into places, which count characters from 1.
class Places {
public:
    Places(std::string_view text, std::string file)
        : text_(text)
        , file_(std::move(file))
        , continuations_(text.size() + 1)
    {
        for (std::size_t i = 0; i < text.size(); ++i)
            continuations_[i + 1]
                = continuations_[i] + ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80);
    }

    Location operator()(const YAML::Mark& mark) const
    {
        if (mark.is_null())
            return {.file = file_};
        const auto end = std::min(static_cast<std::size_t>(mark.pos), text_.size());
        const auto start = end - std::min(static_cast<std::size_t>(mark.column), end);
        return {
            file_, mark.line + 1, mark.column + 1 - (continuations_[end] - continuations_[start])};
    }

private:
    std::string_view text_;
    std::string file_;
    std::vector<int> continuations_; ///< bytes before each that continue a character
};

/// Hands the parser's events to the builder.
class Events final : public YAML::EventHandler {
public:
    Events(const Places& places, TreeBuilder& builder)
        : places_(places)
        , builder_(builder)
    {
    }

    bool seen_document() const { return documents_ > 0; }

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (++documents_ > 1)
            throw SceneError(
                {{places_(mark), "a second document starts here; a file holds one scene"}});
    }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        builder_.null(places_(mark), anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        builder_.alias(places_(mark), anchor);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
        const std::string& text) override
    {
        refuse_tag(mark, tag);
        builder_.scalar(places_(mark), text, tag == "!", anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
        YAML::EmitterStyle::value) override
    {
        refuse_tag(mark, tag);
        builder_.begin(Node::Type::sequence, places_(mark), anchor);
    }
    void OnSequenceEnd() override { builder_.end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
        YAML::EmitterStyle::value) override
    {
        refuse_tag(mark, tag);
        builder_.begin(Node::Type::mapping, places_(mark), anchor);
    }
    void OnMapEnd() override { builder_.end(); }

private:
    /// The parser gives "?" for what is plain, "!" for what is quoted.
    void refuse_tag(const YAML::Mark& mark, const std::string& tag) const
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(places_(mark), "tags such as !!float are not part of the scene language");
    }

    const Places& places_;
    TreeBuilder& builder_;
    int documents_ = 0;
};

} // namespace

Node read_yaml(const std::filesystem::path& path)
{
    return parse_yaml(read_source(path), path.string());
}

Node parse_yaml(std::string_view text, const std::string& file)
{
    const Places places(text, file);
    Problems problems;
    TreeBuilder builder(scene_limits().nodes, problems);
    Events events(places, builder);
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(events)) { }
    } catch (const YAML::Exception& e) {
        problems.add(places(e.mark), fmt::format("this is not valid YAML: {}", e.msg));
    }
    problems.throw_if_any();
    Node root = builder.take();
    if (!events.seen_document() || root.type == Node::Type::null)
        refuse({.file = file}, "the file is empty");
    return root;
}

} // namespace thalweg::scene
