#include "document/raster.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "document/limits.hpp"

namespace caicach::document
{
namespace
{

tl::unexpected<Error> damaged() { return failure(Failure::invalid, "document.picture.damaged"); }

// The next number of a PGM head; comments run from '#' to the end of the line.
bool take_number(std::string_view text, std::size_t& at, int& number)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '#')) {
        if (text[at] == '#') at = std::min(text.find('\n', at), text.size() - 1);
        ++at;
    }
    const auto* begin = text.data() + at;
    const auto parsed = std::from_chars(begin, text.data() + text.size(), number);
    at += static_cast<std::size_t>(parsed.ptr - begin);
    return parsed.ec == std::errc{} && number > 0;
}

// A straight piece: along the line from `begin` to `end`, across it at `across`.
struct Run {
    int across{};
    int begin{};
    int end{};
};

// A line is made of runs in neighbouring rows (or columns), shifted where the page lies askew.
struct Line {
    Run last{};
    int begin{};
    int end{};
    int across_begin{};
    int across_end{};
    std::vector<Run> runs{};
};

std::vector<Line> join_runs(std::vector<Run> runs)
{
    constexpr int apart_max = 4;
    constexpr std::size_t open_lines_max = 2'000;
    std::sort(runs.begin(), runs.end(),
              [](const Run& a, const Run& b) { return a.across < b.across; });
    std::vector<Line> lines;
    std::vector<std::size_t> open;
    for (const auto& run : runs) {
        std::erase_if(open, [&](std::size_t index) {
            return lines[index].across_end < run.across - apart_max;
        });
        const auto found = std::find_if(open.begin(), open.end(), [&](std::size_t index) {
            const auto& line = lines[index];
            return run.begin <= line.end + apart_max && run.end >= line.begin - apart_max;
        });
        if (found == open.end()) {
            if (open.size() >= open_lines_max) break;
            open.push_back(lines.size());
            lines.push_back({run, run.begin, run.end, run.across, run.across, {run}});
            continue;
        }
        auto& line = lines[*found];
        line.begin = std::min(line.begin, run.begin);
        line.end = std::max(line.end, run.end);
        line.across_end = run.across;
        line.runs.push_back(run);
    }
    return lines;
}

int length_of(const Line& line) { return line.end - line.begin; }

// A stamp, a picture or a shaded cell is dark too, but not thin.
bool is_thin(const Line& line, int times_longer_min)
{
    const int thickness = line.across_end - line.across_begin + 1;
    return length_of(line) >= times_longer_min * thickness;
}

// Between two lines across: the side of a low row, above or below one whose cells are merged.
bool joins_two(const Line& line, const std::vector<Line>& crossing)
{
    constexpr int apart_max = 4;
    const auto ends_at = [&](int end) {
        return std::any_of(crossing.begin(), crossing.end(), [&](const Line& other) {
            const bool is_level =
                other.across_begin - apart_max <= end && end <= other.across_end + apart_max;
            return is_level && other.begin - apart_max <= line.across_begin &&
                   line.across_end <= other.end + apart_max;
        });
    };
    return ends_at(line.begin) && ends_at(line.end);
}

// Goes over the picture once, row by row, and notes long dark runs in both directions.
class RunFinder
{
public:
    // Lines of a bad scan are found in pieces, and those down the side of a row may be short.
    RunFinder(const Raster& raster, int length_min)
        : m_raster(raster),
          m_horizontal_min(length_min / 2),
          m_vertical_min(length_min / 3),
          m_hole_max(length_min >= fine_length_min ? 1 : 0),
          m_columns(static_cast<std::size_t>(raster.width()))
    {
    }
    void find()
    {
        for (int y = 0; y < m_raster.height(); ++y) {
            Open row;
            for (int x = 0; x < m_raster.width(); ++x) {
                if (!m_raster.is_dark(x, y)) continue;
                extend(row, x, y, horizontal, m_horizontal_min);
                extend(m_columns[static_cast<std::size_t>(x)], y, x, vertical, m_vertical_min);
            }
            close(row, y, horizontal, m_horizontal_min);
        }
        for (int x = 0; x < m_raster.width(); ++x) {
            close(m_columns[static_cast<std::size_t>(x)], x, vertical, m_vertical_min);
        }
    }

    std::vector<Run> horizontal{};
    std::vector<Run> vertical{};

private:
    struct Open {
        int begin{-1};
        int last{-1};
    };
    static constexpr std::size_t runs_max = 200'000;
    // Specks of a scan break a line; in a coarse picture a hole is the space between two letters.
    static constexpr int fine_length_min = 80;

    void extend(Open& open, int at, int across, std::vector<Run>& runs, int length_min) const
    {
        if (open.begin >= 0 && at - open.last <= m_hole_max + 1) {
            open.last = at;
            return;
        }
        close(open, across, runs, length_min);
        open = {at, at};
    }
    static void close(Open& open, int across, std::vector<Run>& runs, int length_min)
    {
        const bool is_long = open.begin >= 0 && open.last - open.begin >= length_min;
        if (is_long && runs.size() < runs_max) runs.push_back({across, open.begin, open.last});
        open = {};
    }

    const Raster& m_raster;
    int m_horizontal_min;
    int m_vertical_min;
    int m_hole_max;
    std::vector<Open> m_columns;
};

Box box_of(const Line& line, bool is_horizontal)
{
    const auto begin = static_cast<float>(line.begin);
    const auto end = static_cast<float>(line.end);
    const auto from = static_cast<float>(line.across_begin);
    const auto to = static_cast<float>(line.across_end);
    return is_horizontal ? Box{begin, from, end, to} : Box{from, begin, to, end};
}

void erase(Raster& raster, const Line& line, bool is_horizontal)
{
    for (const auto& run : line.runs) {
        for (int along = run.begin - 1; along <= run.end + 1; ++along) {
            for (int across = run.across - 1; across <= run.across + 1; ++across) {
                if (is_horizontal) {
                    raster.whiten(along, across);
                } else {
                    raster.whiten(across, along);
                }
            }
        }
    }
}

}  // namespace

Result<Raster> Raster::parse(std::string pgm)
{
    Raster raster;
    std::size_t at = 2;
    int grey_max = 0;
    if (!pgm.starts_with("P5") || !take_number(pgm, at, raster.m_width) ||
        !take_number(pgm, at, raster.m_height) || !take_number(pgm, at, grey_max)) {
        return damaged();
    }
    const auto pixels = static_cast<std::int64_t>(raster.m_width) * raster.m_height;
    raster.m_start = at + 1;
    if (grey_max != 255 || pixels > limits::picture_pixels_max ||
        pgm.size() < raster.m_start + static_cast<std::size_t>(pixels)) {
        return damaged();
    }
    raster.m_pgm = std::move(pgm);
    return raster;
}

void Raster::begin(int width, int height)
{
    m_width = width;
    m_height = height;
    m_pgm = "P5\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
    m_start = m_pgm.size();
}

Raster Raster::white(int width, int height)
{
    Raster page;
    page.begin(width, height);
    page.m_pgm.append(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\xFF');
    return page;
}

void Raster::whiten(int x, int y)
{
    if (x >= 0 && y >= 0 && x < m_width && y < m_height) m_pgm[offset(x, y)] = '\xFF';
}

Raster Raster::crop(int left, int top, int right, int bottom) const
{
    left = std::clamp(left, 0, m_width - 1);
    top = std::clamp(top, 0, m_height - 1);
    Raster part;
    part.begin(std::clamp(right, left + 1, m_width) - left,
               std::clamp(bottom, top + 1, m_height) - top);
    for (int y = top; y < top + part.m_height; ++y) {
        part.m_pgm.append(m_pgm, offset(left, y), static_cast<std::size_t>(part.m_width));
    }
    return part;
}

Rulings take_out_rulings(Raster& raster, int length_min)
{
    constexpr int times_longer_min = 12;
    constexpr int times_longer_between_lines_min = 5;
    RunFinder finder{raster, length_min};
    finder.find();
    auto horizontal = join_runs(std::move(finder.horizontal));
    std::erase_if(horizontal, [&](const Line& line) {
        return length_of(line) < length_min || !is_thin(line, times_longer_min);
    });
    auto vertical = join_runs(std::move(finder.vertical));
    std::erase_if(vertical, [&](const Line& line) {
        const bool is_long = length_of(line) >= length_min && is_thin(line, times_longer_min);
        const bool is_side =
            is_thin(line, times_longer_between_lines_min) && joins_two(line, horizontal);
        return !is_long && !is_side;
    });
    Rulings rulings;
    for (const auto& line : horizontal) {
        rulings.horizontal.push_back(box_of(line, true));
        erase(raster, line, true);
    }
    for (const auto& line : vertical) {
        rulings.vertical.push_back(box_of(line, false));
        erase(raster, line, false);
    }
    return rulings;
}

}  // namespace caicach::document
