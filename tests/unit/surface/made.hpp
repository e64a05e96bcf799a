#pragma once

#include "support/nodes.hpp"
#include "surface/catalogue.hpp"

#include <stdexcept>

/// The surface that a scene's mapping makes; throws thalweg::SceneError where it is wrong.
inline thalweg::surface::SurfacePtr made(const thalweg::Node& node)
{
    thalweg::Problems problems;
    auto surface = thalweg::make_kind(node, "surface", thalweg::surface::surface_kinds(), problems);
    problems.throw_if_any();
    return *surface;
}

inline thalweg::surface::SurfacePtr made(const std::string& kind)
{
    return made(nodes::scalar(kind));
}

/// A scene's own formula.
inline thalweg::Node formula(const std::string& text)
{
    return nodes::mapping({{"kind", nodes::scalar("formula")}, {"formula", nodes::quoted(text)}});
}

/// A kind with its default options; null for kinds that have none without a file or a formula.
inline thalweg::surface::SurfacePtr made_by_default(
    const thalweg::Kind<thalweg::surface::SurfacePtr>& kind)
{
    thalweg::Problems problems;
    const auto surface = thalweg::make_kind(nodes::scalar(std::string(kind.name)), "surface",
        thalweg::surface::surface_kinds(), problems);
    return problems.empty() ? *surface : nullptr;
}

/// What is wrong with a mapping, "" where nothing.
inline std::string complaint(const thalweg::Node& node)
{
    try {
        made(node);
    } catch (const thalweg::SceneError& error) {
        return error.what();
    }
    return "";
}
