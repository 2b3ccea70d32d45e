#pragma once
#include <span>
#include <string>

#include "html/html.hpp"

/// Pictures of numbers that stand in a table beside them: made here, so that they need no script.
namespace caicach::report
{

struct Bar {
    std::string mark{};  ///< short, below it: "9/2026"
    std::string text{};  ///< "Quý III năm 2026: 1.250 hồ sơ"
    double length{};
};
/// Upright, side by side, each as long as it is beside the longest; nothing for fewer than two, or
/// where one is below nought.
void write_bars(html::Writer& out, const std::string& caption, std::span<const Bar> bars);

/// One, lying, behind a number of a table: `of` is the longest of its column.
void write_bar(html::Writer& out, double length, double of);

}  // namespace caicach::report
