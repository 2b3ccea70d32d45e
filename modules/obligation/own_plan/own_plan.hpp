#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "evidence/api.hpp"
#include "obligation/obligation.hpp"

/// Plans that agencies send in answer to a plan that asks for them (kế hoạch riêng): what each
/// will do of what it owes. Obligations whose product is `own_plan_product` ask for one.
namespace caicach::obligation
{

inline constexpr std::string_view own_plan_product = "own_plan";

struct OwnPlanTag;
using OwnPlanId = Id<OwnPlanTag>;

enum class OwnPlanState { sent, returned, accepted };
[[nodiscard]] std::string_view name_of(OwnPlanState state);
[[nodiscard]] std::string_view label_of(OwnPlanState state);
[[nodiscard]] OwnPlanState own_plan_state_from(std::string_view name);

/// filed: a document of its own; embedded: a part of another one, at a place that is named.
enum class OwnPlanForm { filed, embedded };
[[nodiscard]] std::string_view name_of(OwnPlanForm form);
[[nodiscard]] std::string_view label_of(OwnPlanForm form);
[[nodiscard]] std::optional<OwnPlanForm> own_plan_form_from(std::string_view name);

/// What an agency's plan states of each piece of work: the five contents that provinces ask for.
enum class Element { activity, form, time, doers, money };
inline constexpr std::array elements{Element::activity, Element::form, Element::time,
                                     Element::doers, Element::money};
[[nodiscard]] std::string_view name_of(Element element);
[[nodiscard]] std::string_view label_of(Element element);

/// What is said of one item of the plan that asks.
struct OwnPlanLine {
    plan::ItemId lineage{};
    std::array<bool, elements.size()> has{};  ///< stated, in words or without
    std::array<std::string, elements.size()> words{};

    [[nodiscard]] bool states(Element element) const;
    [[nodiscard]] bool is_empty() const;
    /// The words; where there are none for what is stated, that the document states it.
    [[nodiscard]] std::string text(Element element) const;
    /// Whoever says of an item when or who says what, too: invalid
    /// "obligation.own_plan.activity_missing" (field_of the activity).
    [[nodiscard]] Result<void> validate() const;
};
/// The field of a form that says what is stated of an item.
[[nodiscard]] std::string field_of(plan::ItemId lineage, Element element);

struct OwnPlan {
    OwnPlanId id{};
    std::string code{};  ///< stands in addresses
    ObligationId obligation{};
    plan::PlanId plan{};  ///< that asks for it
    organisation::AgencyId agency{};
    OwnPlanForm form{OwnPlanForm::filed};
    std::string title{};    ///< with its number: "Kế hoạch số 15/KH-SYT …"
    std::string place{};    ///< embedded: "Mục II, Phụ lục 2"
    plan::PlanId linked{};  ///< the same plan, where it is in force here; 0: it is not
    attachment::AttachmentId file{};
    OwnPlanState state{OwnPlanState::sent};
    Date sent_on{};  ///< of what waits or was judged: the first time since it was judged last
    /// The day on which the one was sent that was accepted first: it counts from then, and an
    /// amendment of it keeps the day. None: nothing was accepted yet.
    std::optional<Date> counted_on{};
    evidence::FactId fact{};  ///< that it became; 0: none
    std::int64_t version{};

    /// invalid "obligation.own_plan.title_missing" (title), "….place_missing" (place) where it is
    /// embedded, "….document_missing" (document) with neither a file nor a plan in force.
    [[nodiscard]] Result<void> validate() const;
    /// Accepted before, and sent again since.
    [[nodiscard]] bool is_amended() const
    {
        return counted_on.has_value() && state != OwnPlanState::accepted;
    }
    /// For the first time, as it was sent back, or as an amendment of what was accepted. What is
    /// sent again while it waits keeps the day on which it came.
    void send(Date on);
    /// conflict "obligation.own_plan.not_waiting".
    [[nodiscard]] Result<void> send_back();
    [[nodiscard]] Result<void> accept();
};

}  // namespace caicach::obligation
