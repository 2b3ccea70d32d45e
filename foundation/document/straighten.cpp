#include "document/straighten.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace caicach::document
{
namespace
{

constexpr double skew_max = 5;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

struct Point {
    int x{};
    int y{};
};

// Enough dark points to see the lines by; a dense page gives every seventh or so.
std::vector<Point> dark_points(const Raster& page)
{
    constexpr std::size_t points_max = 200'000;
    constexpr int step = 3;
    std::vector<Point> points;
    for (int y = 0; y < page.height(); y += step) {
        for (int x = 0; x < page.width(); x += step) {
            if (page.is_dark(x, y)) points.push_back({x, y});
        }
    }
    if (points.size() <= points_max) return points;
    std::vector<Point> fewer;
    const auto every = points.size() / points_max + 1;
    for (std::size_t i = 0; i < points.size(); i += every) fewer.push_back(points[i]);
    return fewer;
}

// Looked at along its lines, a page is dark and light in turns: the sharper, the better the angle.
class Profile
{
public:
    Profile(const std::vector<Point>& points, int width, int height)
        : m_points(points),
          m_margin(static_cast<int>(width * std::tan(radians(skew_max + 1)))),
          m_counts(static_cast<std::size_t>((height + 2 * m_margin) / bin + 1))
    {
    }
    double sharpness(double degrees)
    {
        std::fill(m_counts.begin(), m_counts.end(), 0);
        const double slope = std::tan(radians(degrees));
        for (const auto& point : m_points) {
            const auto row = static_cast<int>(point.y - point.x * slope) + m_margin;
            ++m_counts[static_cast<std::size_t>(row / bin)];
        }
        double sum = 0;
        for (std::size_t i = 1; i < m_counts.size(); ++i) {
            const double step = m_counts[i] - m_counts[i - 1];
            sum += step * step;
        }
        return sum;
    }

private:
    static constexpr int bin = 3;

    const std::vector<Point>& m_points;
    int m_margin;
    std::vector<int> m_counts;
};

}  // namespace

double skew_of(const Raster& page)
{
    constexpr double coarse = 0.5;
    constexpr double fine = 0.1;
    constexpr double clearly = 1.2;  // better than as the page lies
    const auto points = dark_points(page);
    Profile profile{points, page.width(), page.height()};
    const double as_it_lies = profile.sharpness(0);
    double best = 0;
    double most = as_it_lies;
    const auto look = [&](double from, double to, double step) {
        const int count = static_cast<int>(std::lround((to - from) / step));
        for (int i = 0; i <= count; ++i) {
            const double degrees = from + i * step;
            const double sharpness = profile.sharpness(degrees);
            if (sharpness <= most) continue;
            most = sharpness;
            best = degrees;
        }
    };
    look(-skew_max, skew_max, coarse);
    const double near = best;
    look(near - coarse, near + coarse, fine);
    return most > clearly * as_it_lies ? best : 0;
}

Raster straightened(const Raster& page, double degrees)
{
    auto straight = Raster::white(page.width(), page.height());
    const double cosine = std::cos(radians(degrees));
    const double sine = std::sin(radians(degrees));
    const double middle_x = page.width() / 2.0;
    const double middle_y = page.height() / 2.0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const double across = x - middle_x;
            const double down = y - middle_y;
            const double from_x = middle_x + across * cosine - down * sine;
            const double from_y = middle_y + across * sine + down * cosine;
            const int left = static_cast<int>(std::floor(from_x));
            const int top = static_cast<int>(std::floor(from_y));
            if (left < 0 || top < 0 || left + 1 >= page.width() || top + 1 >= page.height()) {
                continue;
            }
            const double right_share = from_x - left;
            const double below_share = from_y - top;
            const double above =
                page.grey(left, top) * (1 - right_share) + page.grey(left + 1, top) * right_share;
            const double below = page.grey(left, top + 1) * (1 - right_share) +
                                 page.grey(left + 1, top + 1) * right_share;
            straight.set_grey(
                x, y, static_cast<unsigned char>(above * (1 - below_share) + below * below_share));
        }
    }
    return straight;
}

Raster turned(const Raster& page, int quarters)
{
    const bool lies = quarters % 2 != 0;
    const int width = page.width();
    const int height = page.height();
    auto out = Raster::white(lies ? height : width, lies ? width : height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int to_x = quarters == 1 ? height - 1 - y : quarters == 2 ? width - 1 - x : y;
            const int to_y = quarters == 1 ? x : quarters == 2 ? height - 1 - y : width - 1 - x;
            out.set_grey(to_x, to_y, page.grey(x, y));
        }
    }
    return out;
}

}  // namespace caicach::document
