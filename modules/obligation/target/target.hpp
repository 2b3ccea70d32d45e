#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "manifest/actor.hpp"
#include "obligation/target/measure.hpp"
#include "plan/api.hpp"

/// The targets of a plan in force, with all that they ask to be reached. Pure.
namespace caicach::obligation
{

struct MeasureRuleTag;
using MeasureRuleId = Id<MeasureRuleTag>;

/// What the coordinator of a plan says of a measure: from which figures its numbers are read, or,
/// where the plan says that the value is set elsewhere, what it is. Appended: the newest counts.
struct MeasureRule {
    MeasureRuleId id{};
    plan::PlanId plan{};
    plan::ItemId lineage{};
    std::string measure{};  ///< the key of a Measure; of one set elsewhere, its first rule's
    bool is_set{};          ///< tells a value set elsewhere, and where
    bool is_ended{};        ///< it is asked no longer
    plan::Metric metric{};  ///< of a value set elsewhere
    std::string source{};   ///< the document
    std::optional<Date> source_on{};
    std::string numerator_figure{};
    std::string denominator_figure{};
    MeasureScope scope{};
    MeasurePlace place{};
    std::string continues{};  ///< key of the measure whose numbers it goes on with; "-": of none
    Instant stated_at{};
    organisation::AgencyId by_agency{};
    AccountId account{};
};

/// That a measure has numbers, and what it was when the last of them was stated.
struct MeasuredWords {
    plan::ItemId lineage{};
    std::string measure{};
    MeasureWords words{};
    std::string sentence{};
};

/// Of a rule: the measure goes on with no other one's numbers.
inline constexpr std::string_view continues_none = "-";

struct Target {
    plan::Item item{};
    std::vector<Measure> measures{};     ///< never empty
    std::vector<Measure> earlier{};      ///< asked no longer in these words; their numbers stay
    std::vector<std::string> also_at{};  ///< paths of items that state the same
    bool is_part{};                      ///< "trong đó …": of the target before it

    [[nodiscard]] std::string code() const { return item.code(); }
    [[nodiscard]] const Measure* find(std::string_view key) const;
    [[nodiscard]] const Measure* find_earlier(std::string_view key) const;
};

/// In the order of the plan; one that repeats an earlier one is told with that. A target without a
/// number is a condition, until a coordinator states the value that stands elsewhere. Where an
/// amendment corrects the words of a measure, this goes on with its numbers: if it is the only one
/// of its unit that has none, those are the only ones of that unit that nobody asks for, and the
/// words are nearly the same; or as the coordinator states. Else they are told as earlier ones.
[[nodiscard]] std::vector<Target> targets_in(const std::vector<plan::Item>& items,
                                             const std::vector<MeasureRule>& newest,
                                             const std::vector<MeasuredWords>& measured = {});

}  // namespace caicach::obligation
