#include "plan/importer/metric.hpp"

#include <algorithm>
#include <cmath>

#include "plan/importer/dates.hpp"
#include "plan/importer/levels.hpp"
#include "plan/importer/measure_words.hpp"
#include "plan/importer/metric_subjects.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{
namespace
{

class MetricReader
{
public:
    explicit MetricReader(const Words& words) : m_words{words} {}

    std::vector<Metric> run()
    {
        int brackets = 0;
        for (std::size_t at = 0; at < m_words.size();) {
            brackets += m_words.is(at, "(") ? 1 : m_words.is(at, ")") ? -1 : 0;
            if (const auto end = past_result(at)) {
                at = end;
                continue;
            }
            const auto next = brackets > 0 && !m_metrics.empty() ? 0 : one(at);
            at = next != 0 ? next : at + 1;
        }
        give_subjects(m_words, m_places, m_metrics);
        return std::move(m_metrics);
    }

private:
    /// "Năm 2022 đạt 60%, năm 2023 phấn đấu đạt 75%": the first is what was, not what is aimed at.
    [[nodiscard]] std::size_t past_result(std::size_t at) const
    {
        const auto year = m_words.is(at, "nam") ? year_at(m_words, at + 1) : std::nullopt;
        if (!year || m_words.match(at + 2, "dat") == 0) return 0;
        if (at > 0 && m_words.is(at - 1, "den")) return 0;
        for (auto later = at + 3; later < m_words.size(); ++later) {
            if (m_words.is(later, ";") || m_words.is(later, ".")) return 0;
            const auto next = m_words.is(later, "nam") ? year_at(m_words, later + 1) : std::nullopt;
            if (!next || *next <= *year) continue;
            return m_words.match(later + 2, "phan dau") != 0 ? later : 0;
        }
        return 0;
    }

    std::size_t one(std::size_t at)
    {
        if (const auto end = fraction(at)) return end;
        if (const auto end = spoken_fraction(at)) return end;
        const auto number = number_at(m_words, at);
        if (!number) return 0;
        if (m_words.is(number->end, "%") || m_words.match(number->end, "phan tram") != 0) {
            return percentage(at, *number);
        }
        if (m_words.is(number->end, "-")) {
            // "80-85%": the lower end is what must be reached.
            const auto upper = number_at(m_words, number->end + 1);
            if (upper && m_words.is(upper->end, "%")) {
                add(at, number->value, "%", upper->end + 1);
                return upper->end + 1;
            }
        }
        return m_words[at].digits ? count(at, *number) : 0;
    }

    /// "Một nửa số thôn", "hai phần ba số xã".
    std::size_t spoken_fraction(std::size_t at)
    {
        struct Row {
            std::string_view phrase{};
            double percent{};
        };
        static constexpr Row rows[] = {{"mot nua", 50},        {"mot phan ba", 33.33},
                                       {"hai phan ba", 66.67}, {"mot phan tu", 25},
                                       {"mot phan hai", 50},   {"ba phan tu", 75}};
        for (const auto& row : rows) {
            const auto end = m_words.match(at, row.phrase);
            if (end == 0 || (!m_words.is(end, "so") && m_words.match(end, "tong so") == 0)) {
                continue;
            }
            add(at, row.percent, "%", end);
            return end;
        }
        return 0;
    }

    /// "1/3 số cơ quan": never a date, never "01 tin/bài".
    std::size_t fraction(std::size_t at)
    {
        if (at + 2 >= m_words.size() || !m_words[at].digits || !m_words.is(at + 1, "/") ||
            !m_words[at + 2].digits || !m_words.glued(at) || m_words[at].folded.size() > 2) {
            return 0;
        }
        const auto top = small_number(m_words[at].folded).value_or(0);
        const auto bottom = small_number(m_words[at + 2].folded).value_or(0);
        if (top > 1 && top == bottom && counted_end(m_words, at + 3) != 0) {
            // "26/26 tổ dân phố": all of them.
            constexpr double all = 100;
            add(at, all, "%", at + 3);
            return at + 3;
        }
        if (top < 1 || bottom <= top || bottom > 10 || m_words.is(at + 3, "/") ||
            m_words[at + 2].folded.starts_with('0')) {
            return 0;
        }
        if (at > 0 && m_words.is(at - 1, "ngay")) return 0;
        // Of what it is a share stands behind it; "01/9 - 15/9" are days.
        const bool of = m_words.is(at + 3, "so") || m_words.match(at + 3, "tong so") != 0;
        if (!of && !is_cut(at)) return 0;
        const auto count = m_metrics.size();
        add(at, std::round(10000.0 * top / bottom) / 100.0, "%", at + 3);
        if (m_metrics.size() > count) m_metrics.back().printed = m_words.slice(at, at + 3);
        return at + 3;
    }

    /// "rút ngắn tối thiểu 1/5": a share of what there was.
    [[nodiscard]] bool is_cut(std::size_t at) const
    {
        constexpr std::size_t reach = 8;
        for (std::size_t back = 2; back <= reach && back <= at; ++back) {
            if (!m_words[at - back].letters) return false;
            for (const auto* verb : {"rut ngan", "cat giam", "giam"}) {
                if (m_words.match(at - back, verb) != 0) return true;
            }
        }
        return at > 0 && m_words.is(at - 1, "giam");
    }

    std::size_t percentage(std::size_t at, const Number& number)
    {
        const auto end = number.end + (m_words.is(number.end, "%") ? 1 : 2);
        // "từ 95% đến 100%": the upper end adds nothing.
        const bool upper_end = at >= 1 && (m_words.is(at - 1, "den") || m_words.is(at - 1, "-")) &&
                               at >= 2 && m_words.is(at - 2, "%");
        if (upper_end || m_words.match(at >= 2 ? at - 2 : at, "so voi") != 0) return end;
        const bool listed = goes_on_from_last(at);
        const auto measure = listed ? m_metrics.back().op : "=";
        add(at, number.value, "%", end);
        if (m_metrics.back().op == "=") m_metrics.back().op = measure;
        m_last = end;
        // "từ 70% đến 80%": the lower end is the least.
        const bool range = at > 0 && m_words.is(at - 1, "tu") && m_words.is(end, "den") &&
                           number_at(m_words, end + 1);
        if (range && !m_metrics.empty() && m_metrics.back().op == "=") m_metrics.back().op = ">=";
        return end;
    }

    /// "tối thiểu 30% thời gian, 20% chi phí": the word of measure holds for what is listed on.
    [[nodiscard]] bool goes_on_from_last(std::size_t at) const
    {
        if (m_last == 0 || m_metrics.empty() || !m_metrics.back().op.starts_with('>') ||
            (!m_words.is(at - 1, ",") && !m_words.is(at - 1, "va"))) {
            return false;
        }
        for (auto between = m_last; between < at; ++between) {
            if (m_words.is(between, ";") || m_words.is(between, ".")) return false;
        }
        return true;
    }

    /// A count needs a word of measure before it, or opens the statement, and a unit behind.
    std::size_t count(std::size_t at, const Number& number)
    {
        if (year_at(m_words, at) || m_words.is(number.end, "/") ||
            (at > 0 && (m_words.is(at - 1, "/") || m_words.is(at - 1, "so")))) {
            return 0;
        }
        // "tăng từ 2 đến 3 bậc": the lower end is what must be reached.
        auto unit_begin = number.end;
        if (m_words.is(unit_begin, "den") || m_words.is(unit_begin, "-")) {
            if (const auto upper = number_at(m_words, unit_begin + 1)) unit_begin = upper->end;
        }
        const auto first_end = counted_end(m_words, unit_begin);
        if (first_end == 0) return 0;
        const auto last_end = listed_units_end(first_end);
        // "Thực hiện 02 hoạt động …": a verb may open the statement.
        const bool opens = at <= 2;
        const auto before = at > 1 && m_words.is(at - 1, "tu") ? at - 1 : at;
        const auto verb =
            before > 0 && (m_words.is(before - 1, "them") || m_words.is(before - 1, "dat") ||
                           m_words.is(before - 1, "co") || m_words.is(before - 1, "tang") ||
                           m_words.is(before - 1, "giam"));
        if (!opens && !verb && !operator_before(m_words, at)) return 0;
        add(at, number.value, std::string{m_words.slice(unit_begin, last_end)}, last_end);
        return last_end;
    }

    /// "02 xã, phường, thị trấn", "sáng kiến hoặc giải pháp mới": units that share the number.
    [[nodiscard]] std::size_t listed_units_end(std::size_t end) const
    {
        for (int i = 0; i < 4; ++i) {
            if (!m_words.is(end, ",") && !m_words.is(end, "hoac") && !m_words.is(end, "/")) break;
            const auto next = counted_end(m_words, end + 1);
            // "15 phút/lượt": of each one.
            if (next == 0 || (m_words.is(end, "/") && m_words.is(end + 1, "luot"))) break;
            // "02 sáng kiến, mô hình mới": behind a comma only places and pieces of news go on.
            if (m_words.is(end, ",") && !unit_at(m_words, end + 1) && !m_words.is(end + 1, "bai")) {
                break;
            }
            end = next;
        }
        return m_words.is(end, "moi") ? end + 1 : end;
    }

    void add(std::size_t at, double value, std::string unit, std::size_t end)
    {
        Metric metric;
        metric.value = value;
        metric.unit = std::move(unit);
        if (const auto op = operator_before(m_words, at)) metric.op = *op;
        if (const auto op = operator_after(m_words, end)) metric.op = *op;
        direction(at, metric);
        const auto same = [&](const Metric& other) {
            return other.op == metric.op && other.value == metric.value &&
                   other.unit == metric.unit;
        };
        if (std::ranges::any_of(m_metrics, same)) return;
        m_metrics.push_back(std::move(metric));
        m_places.push_back({at, end});
    }

    /// "giảm … so với năm 2022": a change, and what it is measured against.
    void direction(std::size_t at, Metric& metric)
    {
        constexpr std::size_t reach = 5;
        for (std::size_t back = 1; back <= reach && back <= at; ++back) {
            if (m_words.is(at - back, "%") || !m_words[at - back].letters) break;
            if (m_words.is(at - back, "giam")) metric.direction = "decrease";
            if (m_words.is(at - back, "tang")) metric.direction = "increase";
        }
        if (metric.direction.empty()) return;
        for (auto place = at; place < m_words.size() && place < at + 30; ++place) {
            const auto begin = m_words.match(place, "so voi");
            if (begin == 0) continue;
            auto end = begin;
            while (end < m_words.size() && m_words[end].letters) ++end;
            metric.baseline = m_words.slice(begin, end);
            break;
        }
    }

    const Words& m_words;
    std::vector<Metric> m_metrics{};
    std::vector<MetricPlace> m_places{};
    std::size_t m_last{};  ///< the word behind the last percentage
};

}  // namespace

std::vector<Metric> metrics_in(std::string_view text)
{
    const Words words{text};
    return MetricReader{words}.run();
}

}  // namespace caicach::plan::importer
