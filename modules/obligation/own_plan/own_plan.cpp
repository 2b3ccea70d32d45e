#include "obligation/own_plan/own_plan.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

struct Text {
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<Text, 3> state_texts{{{"sent", "Đã gửi, chờ xem xét"},
                                           {"returned", "Trả lại để sửa"},
                                           {"accepted", "Đã chấp nhận"}}};
constexpr std::array<Text, 2> form_texts{
    {{"filed", "Kế hoạch riêng"}, {"embedded", "Lồng ghép trong văn bản khác"}}};
constexpr std::array<Text, elements.size()> element_texts{{{"activity", "Nhiệm vụ, hoạt động"},
                                                           {"form", "Hình thức"},
                                                           {"time", "Thời gian"},
                                                           {"doers", "Phân công"},
                                                           {"money", "Kinh phí"}}};

}  // namespace

std::string_view name_of(OwnPlanState state)
{
    return state_texts[static_cast<std::size_t>(state)].name;
}

std::string_view label_of(OwnPlanState state)
{
    return state_texts[static_cast<std::size_t>(state)].label;
}

OwnPlanState own_plan_state_from(std::string_view name)
{
    for (const auto state : {OwnPlanState::returned, OwnPlanState::accepted})
        if (name_of(state) == name) return state;
    return OwnPlanState::sent;
}

std::string_view name_of(OwnPlanForm form)
{
    return form_texts[static_cast<std::size_t>(form)].name;
}

std::string_view label_of(OwnPlanForm form)
{
    return form_texts[static_cast<std::size_t>(form)].label;
}

std::optional<OwnPlanForm> own_plan_form_from(std::string_view name)
{
    for (const auto form : {OwnPlanForm::filed, OwnPlanForm::embedded})
        if (name_of(form) == name) return form;
    return {};
}

std::string_view name_of(Element element)
{
    return element_texts[static_cast<std::size_t>(element)].name;
}

std::string_view label_of(Element element)
{
    return element_texts[static_cast<std::size_t>(element)].label;
}

bool OwnPlanLine::states(Element element) const
{
    const auto at = static_cast<std::size_t>(element);
    return has[at] || !words[at].empty();
}

bool OwnPlanLine::is_empty() const
{
    return std::ranges::none_of(elements, [&](Element element) { return states(element); });
}

std::string OwnPlanLine::text(Element element) const
{
    const auto& said = words[static_cast<std::size_t>(element)];
    return said.empty() && states(element) ? "Nêu trong văn bản" : said;
}

Result<void> OwnPlanLine::validate() const
{
    if (is_empty() || states(Element::activity)) return {};
    return failure(Failure::invalid, "obligation.own_plan.activity_missing",
                   field_of(lineage, Element::activity));
}

std::string field_of(plan::ItemId lineage, Element element)
{
    return "muc-" + plan::item_code(lineage.value) + "-" + std::string{name_of(element)};
}

Result<void> OwnPlan::validate() const
{
    if (text::trim(title).empty())
        return failure(Failure::invalid, "obligation.own_plan.title_missing", "title");
    if (form == OwnPlanForm::embedded && text::trim(place).empty())
        return failure(Failure::invalid, "obligation.own_plan.place_missing", "place");
    if (!file && !linked)
        return failure(Failure::invalid, "obligation.own_plan.document_missing", "document");
    return {};
}

void OwnPlan::send(Date on)
{
    if (id && state == OwnPlanState::sent) return;
    state = OwnPlanState::sent;
    sent_on = on;
}

Result<void> OwnPlan::send_back()
{
    if (state != OwnPlanState::sent)
        return failure(Failure::conflict, "obligation.own_plan.not_waiting");
    state = OwnPlanState::returned;
    return {};
}

Result<void> OwnPlan::accept()
{
    if (state != OwnPlanState::sent)
        return failure(Failure::conflict, "obligation.own_plan.not_waiting");
    state = OwnPlanState::accepted;
    if (!counted_on) counted_on = sent_on;
    return {};
}

}  // namespace caicach::obligation
