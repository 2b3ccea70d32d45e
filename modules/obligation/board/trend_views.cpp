#include "obligation/board/trend_views.hpp"

#include <array>
#include <string>
#include <vector>

#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

// The picture grows with its column; all lengths are in its own units.
constexpr int left = 64;  // of the scale's numbers
constexpr int top = 18;   // half of a number stands above its line
constexpr int step = 44;  // from one month to the next
constexpr int height = 120;
constexpr int months_of_year = 12;
constexpr int months_least = 2;

struct Point {
    int month{};  ///< 1 to 12
    double percent{};
    std::string text{};
};

std::vector<Point> points_of(const std::vector<MonthSums>& months, int year)
{
    std::vector<Point> points;
    for (int month = 1; month <= months_of_year; ++month) {
        const auto number = std::to_string(month);
        const auto key = std::to_string(year) + (month < 10 ? "-0" : "-") + number;
        const auto sums = sums_of_month(months, key);
        if (const auto percent = sums.percent())
            points.push_back({month, *percent,
                              "Tháng " + number + "/" + std::to_string(year) + ": " +
                                  percent_text(sums) + " (" + text::format_integer(sums.in_time) +
                                  " trong " + text::format_integer(sums.asked()) + " việc)"});
    }
    return points;
}

int x_of(int month) { return left + (month - 1) * step + step / 2; }

int y_of(double percent)
{
    constexpr double whole = 100;
    return top + static_cast<int>(height * (whole - percent) / whole);
}

void write_scale(Writer& out)
{
    constexpr std::array<int, 3> marks{0, 50, 100};
    const auto right = left + months_of_year * step;
    for (const auto percent : marks) {
        const auto y = y_of(percent);
        out({"<line class=\"trend__rule\" x1=\"", left, "\" x2=\"", right, "\" y1=\"", y,
             "\" y2=\"", y, "\"/><text x=\"", left - 6, "\" y=\"", y + 4, "\" text-anchor=\"end\">",
             percent, "%</text>"});
    }
    for (int month = 1; month <= months_of_year; ++month)
        out({"<text x=\"", x_of(month), "\" y=\"", top + height + 24, "\" text-anchor=\"middle\">",
             month, "</text>"});
}

void write_line(Writer& out, const std::vector<Point>& points, std::string_view name)
{
    std::string line;
    for (const auto& point : points)
        line += std::to_string(x_of(point.month)) + "," + std::to_string(y_of(point.percent)) + " ";
    out({"<g class=\"", name, "\"><polyline points=\"", line, "\"/>"});
    for (const auto& point : points)
        out({"<circle cx=\"", x_of(point.month), "\" cy=\"", y_of(point.percent),
             "\" r=\"4\"><title>", point.text, "</title></circle>"});
    out({"</g>"});
}

void write_key(Writer& out, std::string_view name, int year)
{
    out(
        {"<span class=\"trend__key\"><svg viewBox=\"0 0 24 8\" width=\"24\" height=\"8\" "
         "aria-hidden=\"true\"><g class=\"",
         name, "\"><polyline points=\"0,4 24,4\"/></g></svg> Năm ", year, "</span> "});
}

}  // namespace

void write_trend(Writer& out, const Board& board)
{
    const auto year = board.year;
    const auto now = points_of(board.months, year);
    const auto year_before = board.before ? board.year_before : year - 1;
    const auto before = points_of(board.months_before, year_before);
    if (std::ssize(now) < months_least) return;
    const auto width = left + months_of_year * step;
    out({"<figure class=\"trend\"><figcaption>Tỷ lệ đúng hạn theo tháng đến hạn. "});
    write_key(out, "trend__now", year);
    if (!before.empty()) write_key(out, "trend__before", year_before);
    out(
        {"</figcaption><svg role=\"img\" aria-label=\"Tỷ lệ đúng hạn từng tháng; các bảng bên dưới "
         "nêu đủ số liệu\" viewBox=\"0 0 ",
         width, " ", top + height + 32, "\">"});
    write_scale(out);
    if (!before.empty()) write_line(out, before, "trend__before");
    write_line(out, now, "trend__now");
    out({"</svg></figure>"});
}

}  // namespace caicach::obligation
