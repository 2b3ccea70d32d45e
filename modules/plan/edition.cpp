#include "plan/edition.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

struct StateRow {
    EditionState state{};
    std::string_view key{};
    std::string_view label{};
};
constexpr std::array<StateRow, 6> states{{{EditionState::reading, "reading", "Đang đọc tệp"},
                                          {EditionState::failed, "failed", "Không đọc được"},
                                          {EditionState::draft, "draft", "Đang rà soát"},
                                          {EditionState::in_force, "in_force", "Đang thực hiện"},
                                          {EditionState::replaced, "replaced", "Đã được thay thế"},
                                          {EditionState::discarded, "discarded", "Đã bỏ"}}};

}  // namespace

const std::string& key_of(const Reference& reference)
{
    if (reference.number) return *reference.number;
    return reference.name ? *reference.name : reference.kind;
}

std::string_view name_of(EditionState state)
{
    return std::ranges::find(states, state, &StateRow::state)->key;
}

EditionState edition_state_from(std::string_view text)
{
    const auto found = std::ranges::find(states, text, &StateRow::key);
    VERIFY(found != states.end());
    return found->state;
}

std::string_view label(EditionState state)
{
    return std::ranges::find(states, state, &StateRow::state)->label;
}

std::string_view subject_label(std::string_view subject)
{
    return subject == "communication" ? "Kế hoạch tuyên truyền cải cách hành chính"
                                      : "Kế hoạch cải cách hành chính";
}

Result<void> Edition::check_document() const
{
    if (text::trim(document.title).empty()) {
        return failure(Failure::invalid, "plan.document.title_missing", "title");
    }
    if (text::trim(document.issuer).empty()) {
        return failure(Failure::invalid, "plan.document.issuer_missing", "issuer");
    }
    if (document.year < 2000 || document.year > 2100) {
        return failure(Failure::invalid, "plan.document.year_missing", "year");
    }
    return {};
}

}  // namespace caicach::plan
