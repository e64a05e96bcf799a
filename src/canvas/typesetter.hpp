#pragma once

#include "canvas/text_style.hpp"

#include <memory>

namespace thalweg::canvas {

/// Sets text in the project's typeface, for one thread: measures it, and lends the canvases of this
/// folder its layouts.
///
/// Outlines are not hinted and stand at sub-pixel positions, so that text neither jitters in a film
/// nor changes its width between formats.
class Typesetter final : public TextMetrics {
public:
    Typesetter();
    ~Typesetter() override;
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    Vec2 size(const std::string& text, const TextStyle& style) override;
    double baseline(const std::string& text, const TextStyle& style) override;

    /// The characters of a text that no installed font has, each once: boxes stand for them.
    std::string missing_characters(const std::string& text);

    /// Is the font of mathematics installed? Formulas are set in the project's typeface else.
    bool has_math_font() const;

    struct Pango; ///< for the canvases of this folder
    Pango& pango() { return *pango_; }

private:
    std::unique_ptr<Pango> pango_;
};

} // namespace thalweg::canvas
