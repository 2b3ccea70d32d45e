#include <array>
#include <string_view>
#include <utility>

#include "plan/api.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

struct DocumentKind {
    std::string_view mark{};
    std::string_view name{};
    std::string_view about{};  ///< between its day and its title
};
constexpr std::array<DocumentKind, 6> document_kinds{{{"KH", "Kế hoạch", "về"},
                                                      {"QĐ", "Quyết định", "về việc"},
                                                      {"CTr", "Chương trình", "về"},
                                                      {"ĐA", "Đề án", "về"},
                                                      {"CT", "Chỉ thị", "về"},
                                                      {"NQ", "Nghị quyết", "về"}}};

/// "18/KH-UBND" is a Kế hoạch; nothing where the number says no kind.
const DocumentKind* kind_of(std::string_view number)
{
    const auto slash = number.rfind('/');
    if (slash == std::string_view::npos) return nullptr;
    const auto marks = number.substr(slash + 1);
    const auto mark = marks.substr(0, marks.find('-'));
    for (const auto& kind : document_kinds)
        if (kind.mark == mark) return &kind;
    return nullptr;
}

/// As it stands within a sentence.
std::string within_sentence(std::string_view title)
{
    const auto* end = title.data() + title.size();
    const auto* at = title.data();
    constexpr unsigned continuation = 0x80;
    constexpr unsigned upper_bits = 0xC0;
    if (at != end) ++at;
    while (at != end && (static_cast<unsigned char>(*at) & upper_bits) == continuation) ++at;
    const auto first = static_cast<std::size_t>(at - title.data());
    return text::lower(title.substr(0, first)) + std::string{title.substr(first)};
}

}  // namespace

std::string name_in_short(const PlanSummary& plan)
{
    const auto* kind = kind_of(plan.number);
    if (kind == nullptr) return plan.title;
    return std::string{kind->name} + " số " + plan.number;
}

std::string name_in_full(const PlanSummary& plan)
{
    const auto* kind = kind_of(plan.number);
    const auto day = " ngày " + plan.issued_on.vietnamese();
    if (kind == nullptr)
        return plan.title + (plan.number.empty() ? "" : " (số " + plan.number + day + ")");
    if (text::starts_with_folded(plan.title, kind->name))
        return plan.title + " (số " + plan.number + day + ")";
    return name_in_short(plan) + day + " " + std::string{kind->about} + " " +
           within_sentence(plan.title);
}

}  // namespace caicach::plan
