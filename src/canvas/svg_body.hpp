#pragma once

#include "core/box.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg::canvas {

/// The elements of an SVG document between its head and its end, with their groups.
///
/// Groups are written when something is drawn in them, so none is empty; one that opens right after
/// its like was closed goes on with that.
class SvgBody {
public:
    /// taken_ids  that groups may not have
    explicit SvgBody(std::set<std::string> taken_ids);

    void open_group(const std::string& id) { open_.push_back({.id = id}); }
    void open_clip(const Box& box);
    void close();

    void add(std::string_view element);
    /// A stroked path. Neighbours of one opaque style become one path.
    ///
    /// attributes  as they stand in the element, with a space before each
    void add_stroke(const std::string& attributes, bool is_opaque, const std::string& data);

    /// The clip paths that the elements refer to.
    std::string definitions() const;
    const std::string& elements() const { return out_; }

private:
    struct Open {
        std::string id{}; ///< of a group, as asked for
        std::string clip{}; ///< id of a clip path
        bool is_written = false;
        bool is_like(const Open& other) const { return id == other.id && clip == other.clip; }
    };
    struct Closed {
        Open group;
        std::size_t end; ///< where in the text its end tag ends
    };

    void write_open_groups();
    bool go_on_with(const Open& group);
    std::string unique(const std::string& id);

    std::set<std::string> ids_;
    std::map<std::string, std::string> clips_; ///< ids by path data
    std::vector<Open> open_;
    std::vector<Closed> closed_; ///< since the last element
    std::string out_;
    std::string last_stroke_; ///< attributes of the stroke that ends at last_stroke_end_
    std::size_t last_stroke_end_ = 0;
};

} // namespace thalweg::canvas
