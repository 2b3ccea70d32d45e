#include "plan/importer/plain_counts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "plan/importer/dates.hpp"
#include "plan/importer/measure_words.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/quota_words.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// piece: whoever makes or holds it is asked for that many; round: a word for times and rounds,
/// which counts only where a verb or "ít nhất" says so.
enum class Kind { piece, round };

struct Counted {
    std::string_view words{};
    Kind kind{};
};

/// With their marks: "03 sở" is no "03 số", "05 tổ" no "05 tờ".
constexpr Counted counted[] = {
    {"lớp", Kind::piece},
    {"lớp tập huấn", Kind::piece},
    {"lớp bồi dưỡng", Kind::piece},
    {"lớp đào tạo", Kind::piece},
    {"khóa", Kind::piece},
    {"khoá", Kind::piece},
    {"khóa tập huấn", Kind::piece},
    {"khóa bồi dưỡng", Kind::piece},
    {"khóa đào tạo", Kind::piece},
    {"hội nghị", Kind::piece},
    {"hội nghị tập huấn", Kind::piece},
    {"hội nghị đối thoại", Kind::piece},
    {"hội thảo", Kind::piece},
    {"hội thi", Kind::piece},
    {"cuộc thi", Kind::piece},
    {"tọa đàm", Kind::piece},
    {"toạ đàm", Kind::piece},
    {"buổi tọa đàm", Kind::piece},
    {"phóng sự", Kind::piece},
    {"phim", Kind::piece},
    {"phim ngắn", Kind::piece},
    {"video", Kind::piece},
    {"video clip", Kind::piece},
    {"clip", Kind::piece},
    {"trailer", Kind::piece},
    {"tiểu phẩm", Kind::piece},
    {"infographic", Kind::piece},
    {"tin", Kind::piece},
    {"tin, bài", Kind::piece},
    {"tin bài", Kind::piece},
    {"tin/bài", Kind::piece},
    {"bài", Kind::piece},
    {"bài viết", Kind::piece},
    {"bài báo", Kind::piece},
    {"bản tin", Kind::piece},
    {"chuyên mục", Kind::piece},
    {"chuyên trang", Kind::piece},
    {"chuyên đề", Kind::piece},
    {"tờ rơi", Kind::piece},
    {"tờ gấp", Kind::piece},
    {"tờ tin", Kind::piece},
    {"áp phích", Kind::piece},
    {"poster", Kind::piece},
    {"pa nô", Kind::piece},
    {"băng rôn", Kind::piece},
    {"khẩu hiệu", Kind::piece},
    {"ấn phẩm", Kind::piece},
    {"sổ tay", Kind::piece},
    {"cuốn sổ tay", Kind::piece},
    {"cuộc đối thoại", Kind::piece},
    {"buổi đối thoại", Kind::piece},
    {"cuộc kiểm tra", Kind::piece},
    {"đợt kiểm tra", Kind::piece},
    {"cuộc khảo sát", Kind::piece},
    {"chương trình phát thanh", Kind::piece},
    {"chương trình truyền hình", Kind::piece},
    {"cuộc", Kind::round},
    {"buổi", Kind::round},
    {"đợt", Kind::round},
    {"lượt", Kind::round},
    {"lần", Kind::round},
    {"kỳ", Kind::round},
    {"số", Kind::round},
    {"chương trình", Kind::round},
    {"mô hình", Kind::round},
    {"sáng kiến", Kind::round},
    {"bảng điện tử", Kind::round},
    {"màn hình", Kind::round},
};

struct Unit {
    std::size_t end{};
    Kind kind{};
};

/// The longest of `counted` that stands at `at`.
std::optional<Unit> counted_at(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 5;
    std::optional<Unit> best;
    for (auto end = at + 1; end <= words.size() && end <= at + longest; ++end) {
        const auto said = text::lower(text::nfc(words.slice(at, end)));
        for (const auto& row : counted)
            if (row.words == said) best = Unit{end, row.kind};
    }
    return best;
}

bool is_any(const Words& words, std::size_t at, std::initializer_list<std::string_view> phrases)
{
    return std::ranges::any_of(phrases,
                               [&](std::string_view one) { return words.match(at, one) != 0; });
}

/// The number names something ("Điều 3", "quý II", "cấp 4"), or is a part of one.
bool names_something(const Words& words, std::size_t at)
{
    if (at == 0) return false;
    return is_any(words, at - 1,
                  {"so",  "dieu", "khoan", "diem", "muc",  "luc",  "quy",  "thang", "tuan",
                   "nam", "ngay", "cap",   "do",   "thu",  "khoa", "doan", "an",    "phan",
                   "/",   "-",    ".",     "dau",  "nhom", "gap",  "tap",  "chuong"});
}

/// Words that may stand between a verb and its number.
bool is_filler(const Words& words, std::size_t at)
{
    return is_any(words, at,
                  {"it", "nhat", "toi", "thieu", "khong", "duoi", "hon", "duoc", "them", "moi",
                   "khoang", "thanh", "cong", "thi", "diem", "du", "tu", "tren", "≥"});
}

/// What makes or holds a thing stands before the number at `at`.
bool is_made(const Words& words, std::size_t at, Kind kind)
{
    constexpr std::size_t fillers = 4;
    auto end = at;
    while (end > 0 && end + fillers > at && is_filler(words, end - 1)) --end;
    const auto ends_with = [&](std::initializer_list<std::string_view> verbs) {
        for (std::size_t length = 1; length <= 2 && length <= end; ++length)
            for (const auto verb : verbs)
                if (words.match(end - length, verb) == end) return true;
        return false;
    };
    if (ends_with({"to chuc",   "mo",        "xay dung",  "san xuat",   "dang",      "dang tai",
                   "dang phat", "phat",      "phat song", "phat thanh", "phat hanh", "in",
                   "in an",     "thiet ke",  "bien soan", "bien tap",   "viet",      "xuat ban",
                   "lap dat",   "tien hanh", "kiem tra",  "khao sat",   "doi thoai", "giam sat",
                   "tap huan",  "boi duong", "treo",      "quay",       "dung"})) {
        return true;
    }
    return kind == Kind::piece && ends_with({"thuc hien", "trien khai", "hoan thanh", "dao tao",
                                             "tuyen truyen", "co", "gui", "cung cap"});
}

/// Where what is said of the number at `at` begins: behind the last mark that ends a sentence.
std::size_t clause_begin(const Words& words, std::size_t at)
{
    while (at > 0 && !words.is(at - 1, ";") && !words.is(at - 1, ".")) --at;
    return at;
}

std::size_t clause_end(const Words& words, std::size_t at)
{
    while (at < words.size() && !words.is(at, ";") && !words.is(at, ".")) ++at;
    return at;
}

/// "ít nhất 02 xã", "tối thiểu 30 đại biểu": how large, not how many times.
bool is_size(const Words& words, std::size_t at)
{
    return is_measure(words, at) || !words[at].letters ||
           is_any(words, at, {"nguoi",     "dai bieu",   "hoc vien",  "can bo", "cong chuc",
                              "vien chuc", "luot nguoi", "trang",     "cau",    "m2",
                              "lan",       "ho so",      "phan tram", "ty",     "nghin",
                              "ngan",      "cap",        "diem",      "bac",    "hang"});
}

class PlainReader
{
public:
    explicit PlainReader(const Words& words) : m_words{words}, m_places{quota_places(words)} {}

    PlainCounts run()
    {
        for (std::size_t at = 0; at < m_words.size();) {
            const auto told = std::ranges::find_if(m_places, [at](const QuotaPlace& place) {
                return place.begin <= at && at < place.end;
            });
            at = told != m_places.end() ? told->end : next(at);
        }
        // One alone is owed once without a number. Beside others it would be lost.
        if (m_places.empty() && m_found.quotas.size() == 1 && m_found.quotas.front().count == 1)
            m_found.quotas.clear();
        return std::move(m_found);
    }

private:
    /// Looks at one word, and answers with the next to look at.
    std::size_t next(std::size_t at)
    {
        const auto count =
            m_words[at].digits || m_words[at].letters ? count_at(m_words, at) : std::nullopt;
        const bool is_none = !count || count->end >= m_words.size() ||
                             names_something(m_words, at) || is_part_or_most(at);
        if (is_none) return count ? std::max(count->end, at + 1) : at + 1;
        const auto unit = counted_at(m_words, count->end);
        if (!unit) {
            other(at, *count);
            return count->end;
        }
        const bool least = says_at_least(m_words, at) || count->range;
        if (least || is_made(m_words, at, unit->kind) || opens(at, unit->kind)) {
            add(at, *count, *unit, least);
        } else if (unit->kind == Kind::piece && count->value > 1 && m_words[at].digits) {
            doubt(at, unit->end);
        }
        return unit->end;
    }

    /// "trong đó 01 bài", "gồm 02 lớp" are parts of what was counted; "tối đa 02" owes nothing.
    [[nodiscard]] bool is_part_or_most(std::size_t at) const
    {
        constexpr std::size_t reach = 4;
        for (std::size_t back = 1; back <= reach && back <= at; ++back) {
            if (m_words[at - back].digits || m_words.is(at - back, ";")) break;
            if (is_any(m_words, at - back, {"trong do", "bao gom", "gom", "trong so"})) return true;
        }
        const auto op = operator_before(m_words, at);
        return op && op->starts_with('<');
    }

    /// The number opens what is said: "(02 lớp)", "Hội thảo: 02 cuộc", or goes on from a count.
    [[nodiscard]] bool opens(std::size_t at, Kind kind) const
    {
        if (!m_words[at].digits) return false;
        if (at == 0) return kind == Kind::piece;
        if (m_words.is(at - 1, "(") || m_words.is(at - 1, ":")) return true;
        const bool is_listed = m_words.is(at - 1, ",") || m_words.is(at - 1, "va");
        return is_listed && m_last != 0 && clause_begin(m_words, at) <= m_last;
    }

    void add(std::size_t at, const Count& count, const Unit& unit, bool least)
    {
        const bool is_one_round = unit.kind == Kind::round && count.value == 1;
        if (is_one_round) return;
        if (is_told_otherwise(at, unit.end)) {
            if (count.value > 1) doubt(at, unit.end);
            return;
        }
        Quota quota{.count = count.value,
                    .per = Period::whole,
                    .unit = std::string{m_words.slice(count.end, unit.end)},
                    .at_least = least || m_words.match(unit.end, "tro len") != 0};
        m_last = unit.end;
        const bool is_restated = std::ranges::any_of(
            m_found.quotas, [&quota](const Quota& other) { return says_as_much(other, quota); });
        if (!is_restated) m_found.quotas.push_back(std::move(quota));
    }

    /// A period further off in the sentence, or "mỗi lớp 02 buổi", "03 bài/số": not of the whole.
    [[nodiscard]] bool is_told_otherwise(std::size_t at, std::size_t end) const
    {
        const auto is_agency = [this](std::size_t place) {
            return is_any(m_words, place,
                          {"co quan", "don vi", "so", "ban", "nganh", "xa", "phuong", "dia phuong",
                           "dac khu", "huyen", "ubnd"});
        };
        if (m_words.is(end, "/") && !is_agency(end + 1)) return true;
        const auto first = clause_begin(m_words, at);
        const auto last = clause_end(m_words, end);
        for (auto place = first; place < last; ++place) {
            const bool is_used = std::ranges::any_of(m_places, [place](const QuotaPlace& one) {
                return one.begin <= place && place < one.end;
            });
            if (is_used) continue;
            if (every_at(m_words, place) || m_words.match(place, "dinh ky") != 0) return true;
            const bool is_rate = m_words.is(place, "/") && place > end &&
                                 !m_words[place - 1].digits && period_at(m_words, place + 1);
            if (is_rate) return true;
            // "mới", "mọi" fold to "moi" too.
            const bool is_each = place < at && place + 8 > at && place + 1 < at &&
                                 text::lower(m_words.slice(place, place + 1)) == "mỗi";
            if (is_each && !is_agency(place + 1)) return true;
        }
        return false;
    }

    /// What is not known to be made in numbers: "ít nhất 02 dịch vụ", "kiểm tra tại 05 sở".
    void other(std::size_t at, const Count& count)
    {
        if (count.value < 2 || !m_words[at].digits || is_size(m_words, count.end)) return;
        auto said_end = count.end + 1;
        if (said_end < m_words.size() && m_words[said_end].letters) ++said_end;
        if (says_at_least(m_words, at)) return doubt(at, said_end);
        if (!is_any(m_words, count.end, {"co quan", "don vi", "so", "xa", "phuong", "huyen"})) {
            return;
        }
        for (auto place = clause_begin(m_words, at); place < at; ++place) {
            if (is_any(m_words, place, {"kiem tra", "giam sat", "thanh tra"}))
                return doubt(at, said_end);
        }
    }

    void doubt(std::size_t at, std::size_t end)
    {
        m_found.unsure.emplace_back(m_words.slice(at, end));
    }

    const Words& m_words;
    std::vector<QuotaPlace> m_places{};
    PlainCounts m_found{};
    std::size_t m_last{};  ///< the word behind the last count
};

}  // namespace

PlainCounts plain_counts_in(std::string_view text)
{
    const Words words{text};
    return PlainReader{words}.run();
}

}  // namespace caicach::plan::importer
