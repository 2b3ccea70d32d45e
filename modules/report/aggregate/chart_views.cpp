#include "report/aggregate/chart_views.hpp"

#include <algorithm>

namespace caicach::report
{
namespace
{

using html::Writer;

// The picture grows with its column; all lengths are in its own units.
constexpr int top = 8;
constexpr int height = 140;
constexpr int right = 672;
constexpr int step_max = 112;
constexpr int below = 28;  // for the marks
constexpr int marks_max = 12;

int scaled(double length, double of, int whole)
{
    return of <= 0 ? 0 : static_cast<int>(length / of * whole);
}

}  // namespace

void write_bars(Writer& out, const std::string& caption, std::span<const Bar> bars)
{
    const bool is_below = std::ranges::any_of(bars, [](const Bar& one) { return one.length < 0; });
    if (bars.size() < 2 || is_below) return;
    const auto longest = std::ranges::max_element(bars, {}, &Bar::length)->length;
    const auto count = static_cast<int>(bars.size());
    const int step = std::min(right / count, step_max);
    const int width = std::max(step * 2 / 3, 1);
    const int every = (count + marks_max - 1) / marks_max;
    out({"<figure class=\"trend\"><figcaption>", caption,
         "</figcaption><svg role=\"img\" aria-label=\"", caption,
         "; bảng bên dưới nêu đủ số liệu\" viewBox=\"0 0 ", right, " ", top + height + below,
         "\"><line class=\"trend__rule\" x1=\"0\" x2=\"", right, "\" y1=\"", top + height,
         "\" y2=\"", top + height, "\"/>"});
    for (int at = 0; at < count; ++at) {
        const auto& bar = bars[static_cast<std::size_t>(at)];
        const int left = at * step;
        const auto high = scaled(bar.length, longest, height);
        out({"<rect class=\"bar\" x=\"", left + (step - width) / 2, "\" y=\"", top + height - high,
             "\" width=\"", width, "\" height=\"", high, "\"><title>", bar.text,
             "</title></rect>"});
        // Of many the marks of some, the last of them among those.
        if ((count - 1 - at) % every != 0) continue;
        out({"<text x=\"", left + step / 2, "\" y=\"", top + height + 20,
             "\" text-anchor=\"middle\">", bar.mark, "</text>"});
    }
    out({"</svg></figure>"});
}

void write_bar(Writer& out, double length, double of)
{
    constexpr int whole = 100;
    if (length < 0) return;
    out(
        {"<svg class=\"sums-bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
         "aria-hidden=\"true\"><rect class=\"bar\" width=\"",
         scaled(length, of, whole), "\" height=\"8\"/></svg>"});
}

}  // namespace caicach::report
