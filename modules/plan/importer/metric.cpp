#include "plan/importer/metric.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "plan/importer/dates.hpp"
#include "plan/importer/levels.hpp"
#include "plan/importer/metric_subjects.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

struct Operator {
    std::string_view phrase{};
    std::string_view op{};
};

constexpr Operator operators_before[] = {
    {"toi thieu", ">="},
    {"it nhat", ">="},
    {"khong duoi", ">="},
    {"khong thap hon", ">="},
    {"khong it hon", ">="},
    {"tren", ">"},
    {"hon", ">"},
    {"cao hon", ">"},
    {"lon hon", ">"},
    {"nhieu hon", ">"},
    {"thap hon", "<"},
    {"it hon", "<"},
    {"nho hon", "<"},
    {"vuot", ">"},
    {"vuot qua", ">"},
    {"≥", ">="},
    {">", ">"},
    {"> =", ">="},
    {"duoi", "<"},
    {"khong qua", "<="},
    {"khong de qua", "<="},
    {"khong duoc qua", "<="},
    {"toi da", "<="},
    {"khong vuot qua", "<="},
    {"≤", "<="},
    {"<", "<"},
    {"< =", "<="},
    {"khong lon hon", "<="},
};

/// "không được vượt quá", "không để dưới": a denial before the phrase turns it round.
bool is_denied(const Words& words, std::size_t phrase)
{
    for (std::size_t back = 1; back <= 2 && back <= phrase; ++back) {
        const auto& word = words[phrase - back].folded;
        if (word == "khong" || word == "chua") return true;
        if (word != "duoc" && word != "de" && word != "the") return false;
    }
    return false;
}

std::string_view turned(std::string_view op) { return op.starts_with('>') ? "<=" : ">="; }

/// What is counted, where the number is no percentage.
constexpr std::string_view count_units[] = {
    "don vi",       "hoat dong",  "cuoc",       "lan",
    "lop",          "tin",        "bai",        "diem",
    "bac",          "mo hinh",    "sang kien",  "giai phap",
    "hoi nghi",     "van ban",    "thu tuc",    "dich vu",
    "xa",           "huyen",      "nguoi",      "ho so",
    "phong su",     "chuyen muc", "video",      "buoi",
    "dot",          "san pham",   "co quan",    "ngay",
    "phut",         "gio",        "quyet dinh", "de an",
    "chuyen de",    "so",         "ky",         "hoi thi",
    "cuoc thi",     "toa dam",    "nhom",       "co so",
    "doanh nghiep", "linh vuc",   "he thong",   "phan mem",
    "khau hieu",    "pa no",      "clip",       "ban tin",
    "chuong trinh", "kiot",       "bang",       "diem phan tram",
    "hang",         "tin bai",    "nhiem vu",   "quy trinh",
    "phuong",       "thi tran",   "dac khu",    "thi xa",
    "quan",         "thon",       "to dan pho", "co so giao duc",
    "tap huan",     "bai viet",
};

/// The operator that stands just before word `at`; a filler or two may stand between. Of the
/// phrases that end nearest to the number the longest counts: "không vượt quá", not "quá".
std::optional<std::string_view> operator_before(const Words& words, std::size_t at)
{
    constexpr std::size_t reach = 5;
    std::optional<std::string_view> best;
    std::size_t best_end = 0;
    for (std::size_t back = 1; back <= reach && back <= at; ++back) {
        const auto place = at - back;
        if (words[place].digits || words.is(place, "%") || words.is(place, ";")) break;
        for (const auto& row : operators_before) {
            const auto end = words.match(place, row.phrase);
            if (end == 0 || end > at || end < best_end) continue;
            // "trên địa bàn", "trên môi trường" say where, not how much.
            if (end != at && (back > 3 || row.phrase == "tren")) continue;
            best = is_denied(words, place) ? turned(row.op) : row.op;
            best_end = end;
        }
    }
    return best;
}

/// "trở lên", "trở xuống" behind the number.
std::optional<std::string_view> operator_after(const Words& words, std::size_t at)
{
    // "Từ 95% cán bộ, công chức, viên chức trở lên"
    constexpr std::size_t reach = 10;
    for (auto place = at; place < words.size() && place < at + reach; ++place) {
        if (words.match(place, "tro len") != 0) return ">=";
        if (words.match(place, "tro xuong") != 0) return "<=";
        if (words[place].digits || (!words[place].letters && !words.is(place, ","))) break;
    }
    return std::nullopt;
}

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

    /// The end of the unit of count at `at`, 0 where none stands.
    [[nodiscard]] std::size_t unit_end(std::size_t at) const
    {
        std::size_t end = 0;
        for (const auto unit : count_units) end = std::max(end, m_words.match(at, unit));
        return end;
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
        if (top > 1 && top == bottom && unit_end(at + 3) != 0) {
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
        const auto first_end = unit_end(unit_begin);
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
            const auto next = unit_end(end + 1);
            if (next == 0) break;
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

/// "Điểm", "Lớp" begin their cell with a capital; "TTHC" is written so.
static std::string unit_of_cell(std::string_view unit)
{
    unit = text::trim(unit);
    return is_upper_case(unit) ? std::string{unit} : text::lower(unit);
}

/// "1/3", "47/47" in a cell: the share, or all of them said once; the word behind.
static std::size_t share_in_cell(const Words& words, std::size_t at, Metric& metric)
{
    if (!words.is(at, "/") || at + 1 >= words.size() || !words[at + 1].digits) return at;
    const auto bottom = number_at(words, at + 1);
    if (!bottom || bottom->value < metric.value) return at;
    if (bottom->value > metric.value) {
        metric.value = std::round(10000.0 * metric.value / bottom->value) / 100.0;
        metric.unit = "%";
    }
    return bottom->end;
}

/// The value at word `at` of a cell, and the word behind it.
static std::size_t value_in_cell(const Words& words, std::size_t at, const Number& number,
                                 Metric& metric)
{
    metric.value = number.value;
    if (const auto op = operator_before(words, at)) metric.op = *op;
    auto end = number.end;
    if (words.is(end, "%")) {
        metric.unit = "%";
        ++end;
    }
    if (const auto op = operator_after(words, end)) metric.op = *op;
    return share_in_cell(words, end, metric);
}

std::vector<Metric> metrics_of_cell(std::string_view text, std::string_view unit)
{
    const Words words{text};
    std::vector<Metric> metrics;
    std::size_t part = 0;
    for (std::size_t at = 0; at < words.size();) {
        if (words.is(at, ";")) part = at + 1;
        const auto number = words[at].digits ? number_at(words, at) : std::nullopt;
        if (!number || (year_at(words, at) && unit != "đồng")) {
            ++at;
            continue;
        }
        Metric metric;
        metric.unit = unit_of_cell(unit);
        const auto end = value_in_cell(words, at, *number, metric);
        for (auto colon = part; colon < at; ++colon) {
            if (words.is(colon, ":")) metric.subject = words.slice(part, colon);
        }
        metrics.push_back(std::move(metric));
        at = end;
    }
    return metrics;
}

}  // namespace caicach::plan::importer
