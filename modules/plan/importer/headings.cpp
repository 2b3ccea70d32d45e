#include "plan/importer/headings.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/statement.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

bool is_heading_text(std::string_view text)
{
    constexpr std::size_t longest_heading = 260;
    return text.size() < longest_heading && !text.ends_with('.') && !text.ends_with(';');
}

bool opens_list(std::string_view text)
{
    constexpr std::size_t longest = 400;
    return text.ends_with(':') && text.size() < longest;
}

/// The words of which a mere reference is made: "(Chi tiết tại Phụ lục I kèm theo Kế hoạch này)".
static bool is_reference_word(const Words& words, std::size_t at)
{
    static const std::unordered_set<std::string_view> known{
        "phu",   "luc",   "danh",  "muc",  "bieu",  "so",   "mau",  "kem",  "theo",  "dinh", "chi",
        "tiet",  "cu",    "the",   "tai",  "trong", "xem",  "co",   "duoc", "ban",   "hanh", "ke",
        "hoach", "quyet", "nay",   "cac",  "cua",   "va",   "noi",  "dung", "nhiem", "vu",   "tieu",
        "giai",  "phap",  "trong", "tam",  "nhu",   "khac", "tinh", "neu",  "cong",  "viec", "hoat",
        "dong",  "nam",   "cai",   "cach", "chinh", "gom",  "bang"};
    const auto& word = words[at];
    return !word.letters || word.digits || known.contains(word.folded) ||
           roman_value(words.slice(at, at + 1)).has_value();
}

bool names_annex(std::string_view text)
{
    constexpr std::size_t longest = 200;
    const Words words{text};
    bool names = false;
    bool enclosed = false;
    bool refers = true;
    for (std::size_t at = 0; at < words.size(); ++at) {
        names = names || words.match(at, "phu luc") != 0 || words.match(at, "danh muc") != 0 ||
                words.is(at, "bieu");
        enclosed = enclosed || words.match(at, "kem theo") != 0 || words.match(at, "dinh kem") != 0;
        // "… thực hiện theo Phụ lục I kèm theo"; what begins with a verb is a task.
        const bool verb =
            at > 0 && (words.match(at, "thuc hien") != 0 || words.match(at - 1, "thuc hien") != 0);
        refers = refers && ((verb && at > 1) || is_reference_word(words, at));
    }
    const bool bracketed = text.starts_with('(') && text.ends_with(')');
    return text.size() < longest && names && enclosed && (refers || bracketed);
}

bool is_bare_content(std::string_view heading)
{
    const auto folded = text::fold(heading);
    return folded == "noi dung" || folded == "cac noi dung" || folded == "noi dung chinh";
}

bool names_work(std::string_view heading)
{
    static constexpr std::string_view openings[] = {
        "to chuc",    "xay dung",   "san xuat",  "mo chuyen",  "mo lop",     "mo rong",
        "khao sat",   "lap dat",    "in",        "phat dong",  "thiet ke",   "dang tai",
        "tap huan",   "duy tri",    "phat song", "bien soan",  "doi thoai",  "ra soat",
        "kiem tra",   "trien khai", "thuc hien", "ban hanh",   "cap nhat",   "niem yet",
        "phat hanh",  "bien tap",   "nang cap",  "hoan thien", "thi diem",   "danh gia",
        "xuat ban",   "treo",       "cung cap",  "thanh lap",  "kien toan",  "boi duong",
        "dao tao",    "hop bao",    "hoi nghi",  "hoi thi",    "cuoc thi",   "toa dam",
        "dien dan",   "hoi thao",   "le phat",   "dung",       "quay",       "gan",
        "lap",        "mua",        "nhan rong", "gioi thieu", "pho bien",   "quan triet",
        "tham quan",  "hoc tap",    "so ket",    "tong ket",   "cong bo",    "day manh",
        "tang cuong", "van hanh",   "ket noi",   "so hoa",     "phat trien", "ung dung"};
    constexpr std::size_t telling = 80;
    const Words words{heading.substr(0, telling)};
    return begins_with_capital(heading) && std::ranges::any_of(openings, [&](auto opening) {
               return words.match(0, opening) != 0;
           });
}

bool names_form(std::string_view heading)
{
    constexpr std::size_t longest = 160;
    const Words words{heading};
    if (heading.size() > longest || !is_heading_text(heading)) return false;
    const auto told = std::max(words.match(0, "tuyen truyen"), words.match(0, "truyen thong"));
    for (const auto* by : {"tren", "qua", "thong qua", "bang"}) {
        if (words.match(told, by) != 0) return true;
    }
    return told != 0 &&
           (words.match(told, "truc tiep") != 0 || words.match(told, "truc quan") != 0);
}

bool opens_with_content(std::string_view heading)
{
    const Words words{heading.substr(0, 120)};
    auto end = words.match(0, "noi dung");
    for (const auto* opening :
         {"cac noi dung", "nhung noi dung", "ve noi dung", "mot so noi dung"}) {
        end = std::max(end, words.match(0, opening));
    }
    if (end == 0) return false;
    if (words.is(end, ",") || words.is(end, "va")) ++end;
    for (const auto* work : {"nhiem vu", "cong viec", "hoat dong", "giai phap", "thuc hien",
                             "trien khai", "to chuc"}) {
        if (words.match(end, work) != 0) return false;
    }
    return true;
}

bool names_plan_terms(std::string_view heading)
{
    constexpr std::size_t longest = 60;
    if (heading.size() > longest || heading.find(':') != std::string_view::npos) return false;
    const Words words{heading};
    const auto hit = label_at(words, 0);
    return hit && (hit->label == Label::schedule || hit->label == Label::budget);
}

bool states_plan_time(std::string_view text)
{
    const auto fields = split_statement(text).fields;
    return fields.size() == 1 && fields.front().label == Label::schedule && begins_with_label(text);
}

}  // namespace caicach::plan::importer
