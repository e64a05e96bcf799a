#pragma once

#include "core/problems.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// One value of a scene file with its place: a tree of our own, so that nothing after `scene/` sees
/// YAML.
struct Node {
    enum class Type { null, scalar, sequence, mapping };
    struct Entry;

    Type type = Type::null;
    Location where;
    std::string text{}; ///< of a scalar
    bool quoted = false; ///< a quoted scalar is text, never a number or a flag
    std::vector<Node> items{}; ///< of a sequence
    // Without {}, which would need the complete Entry here.
    std::vector<Entry> entries; ///< of a mapping, in the file's order

    /// The value of `key`, or null where this is no mapping or has no such key.
    const Node* find(std::string_view key) const;
    /// "a number", "a list", ... as an error message names it.
    std::string_view type_name() const;
};

struct Node::Entry {
    std::string key;
    Location where; ///< of the key
    Node value;
};

/// A finite number written in full: `1e-3` yes; `nan`, `inf`, `0x10`, `1 2` no.
bool parse_number(std::string_view text, double& value);

} // namespace thalweg
