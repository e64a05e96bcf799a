#pragma once

#include "core/node.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace thalweg::scene {

/// Makes a tree of nodes from the events of a parser, and refuses what a scene may not hold.
///
/// The anchored values are copied where aliases name them. Every node that is made, copies too,
/// counts against a budget, so that neither an alias bomb nor nested anchors can fill the memory.
class TreeBuilder {
public:
    using Anchor = std::size_t; ///< 0: none

    /// budget    how many nodes may be made
    /// problems  gets what does not keep the tree from being made: repeated keys, `<<`
    TreeBuilder(std::size_t budget, Problems& problems);

    void scalar(Location where, std::string text, bool quoted, Anchor anchor);
    void null(Location where, Anchor anchor);
    void alias(const Location& where, Anchor anchor);
    void begin(Node::Type type, Location where, Anchor anchor);
    void end();

    Node take() { return std::move(root_); }

private:
    /// A list or mapping that is not complete yet.
    struct Open {
        Node node;
        Anchor anchor = 0;
        bool expects_value = false; ///< of a mapping: its last entry has a key only
        std::map<std::string, Location> keys; ///< of a mapping, so that look-up stays fast
    };
    /// A value that aliases may name.
    struct Anchored {
        Node node;
        std::size_t nodes = 0, height = 0;
    };

    void place(Node node, Anchor anchor);
    void place_key(Open& mapping, const Node& key);
    void spend(std::size_t nodes, const Location& where);
    void check_depth(std::size_t height, const Location& where) const;

    std::size_t budget_, spent_ = 0;
    Problems& problems_;
    std::vector<Open> open_;
    std::map<Anchor, Anchored> anchored_;
    Node root_;
};

} // namespace thalweg::scene
