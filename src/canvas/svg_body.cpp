#include "canvas/svg_body.hpp"

#include "canvas/svg_path.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace thalweg::canvas {

namespace {

constexpr std::string_view kEndGroup = "</g>\n", kEndPath = "\"/>\n";

} // namespace

SvgBody::SvgBody(std::set<std::string> taken_ids)
    : ids_(std::move(taken_ids))
{
}

void SvgBody::open_clip(const Box& box)
{
    const auto [at, is_new] = clips_.try_emplace(svg_path_data(Path::rectangle(box)));
    if (is_new)
        at->second = unique("clip");
    open_.push_back({.clip = at->second});
}

void SvgBody::close()
{
    const Open group = std::move(open_.back());
    open_.pop_back();
    if (!group.is_written)
        return;
    out_ += kEndGroup;
    closed_.push_back({group, out_.size()});
}

void SvgBody::add(std::string_view element)
{
    write_open_groups();
    closed_.clear();
    out_.append(element).append("\n");
}

void SvgBody::add_stroke(const std::string& attributes, bool is_opaque, const std::string& data)
{
    write_open_groups();
    closed_.clear();
    if (is_opaque && attributes == last_stroke_ && out_.size() == last_stroke_end_)
        out_.resize(out_.size() - kEndPath.size());
    else
        out_.append("<path").append(attributes).append(" d=\"");
    out_.append(data).append(kEndPath);
    last_stroke_ = attributes;
    last_stroke_end_ = out_.size();
}

void SvgBody::write_open_groups()
{
    for (Open& group : open_) {
        if (group.is_written)
            continue;
        group.is_written = true;
        if (go_on_with(group))
            continue;
        out_ += group.clip.empty() ? fmt::format("<g id=\"{}\">\n", unique(group.id))
                                   : fmt::format("<g clip-path=\"url(#{})\">\n", group.clip);
    }
}

bool SvgBody::go_on_with(const Open& group)
{
    const bool is_there = std::ranges::any_of(closed_, [&](const Closed& closed) {
        return closed.end == out_.size() && closed.group.is_like(group);
    });
    if (is_there)
        out_.resize(out_.size() - kEndGroup.size());
    return is_there;
}

std::string SvgBody::unique(const std::string& id)
{
    std::string found = id;
    for (int n = 2; !ids_.insert(found).second; ++n)
        found = fmt::format("{}-{}", id, n);
    return found;
}

std::string SvgBody::definitions() const
{
    std::string out;
    for (const auto& [data, id] : clips_)
        out += fmt::format("<clipPath id=\"{}\"><path d=\"{}\"/></clipPath>\n", id, data);
    return out.empty() ? out : "<defs>\n" + out + "</defs>\n";
}

} // namespace thalweg::canvas
