#pragma once

#include "canvas/canvas.hpp"
#include "canvas/typesetter.hpp"

#include <vector>

namespace thalweg::canvas {

/// A text as it was drawn.
struct RecordedText {
    std::string text;
    Box box; ///< in layout units
    double size = 0;
    Color color{};
    Color halo{0, 0, 0, 0}; ///< transparent where it has none
    std::vector<std::string> groups{}; ///< names of the groups around it, outermost first
    Box clip; ///< what of the picture it may be seen in
};

/// A fill as it was drawn, by its extent.
struct RecordedFill {
    Box extent;
    Color color{};
    std::vector<std::string> groups{};
};

/// Draws nothing and remembers what texts and fills would be where: for tests and checks.
class Recorder final : public Canvas {
public:
    Recorder(const Palette& palette, Typesetter& type, Box picture, bool is_page);

    bool is_page() const override { return is_page_; }
    TextMetrics& metrics() override { return type_; }
    bool shows_grounds() const override { return false; }
    void fill(const Path& path, const Color& color) override;
    void stroke(const Path&, const Stroke&) override { }
    void text(const std::string& text, const TextStyle& style, const Anchor& anchor) override;
    void image(const Pixels&, const Box&, Opacity) override { }

    const std::vector<RecordedText>& texts() const { return texts_; }
    const std::vector<RecordedFill>& fills() const { return fills_; }
    void clear();

protected:
    void push_clip(const Box& box) override;
    void pop_clip() override;
    void begin_group(const std::string& id) override { groups_.push_back(id); }
    void end_group() override { groups_.pop_back(); }

private:
    Typesetter& type_;
    bool is_page_;
    std::vector<Box> clips_;
    std::vector<std::string> groups_;
    std::vector<RecordedText> texts_;
    std::vector<RecordedFill> fills_;
};

} // namespace thalweg::canvas
