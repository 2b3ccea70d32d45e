#include "evidence/subject.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "evidence/limits.hpp"
#include "evidence/sql.hpp"
#include "evidence/typed_fact.hpp"
#include "text/collate.hpp"

namespace caicach::evidence
{
namespace
{

struct Said {
    Manner manner{};
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array manners{Said{Manner::not_said, "", ""},
                             Said{Manner::planned, "planned", "Theo kế hoạch"},
                             Said{Manner::unannounced, "unannounced", "Đột xuất"}};

const Said& said_of(Manner manner) { return manners.at(static_cast<std::size_t>(manner)); }

}  // namespace

std::string_view name_of(Manner manner) { return said_of(manner).name; }

std::string_view label_of(Manner manner) { return said_of(manner).label; }

std::optional<Manner> manner_from(std::string_view name)
{
    const auto* const said = std::ranges::find(manners, name, &Said::name);
    if (said == manners.end()) return {};
    return said->manner;
}

Subjects in_order(Subjects subjects)
{
    auto& agencies = subjects.agencies;
    std::ranges::sort(agencies);
    const auto twice = std::ranges::unique(agencies);
    agencies.erase(twice.begin(), twice.end());
    return subjects;
}

Result<void> check_subjects(const Fact& fact, const Subjects& subjects)
{
    if (subjects.is_empty()) return {};
    if (!has_subjects(fact.kind.product))
        return failure(Failure::invalid, "evidence.subject.not_for_product", "about");
    if (subjects.agencies.size() > limits::subjects_max)
        return failure(Failure::invalid, "evidence.subject.too_many", "about",
                       {std::to_string(limits::subjects_max)});
    if (std::ranges::find(subjects.agencies, fact.agency) != subjects.agencies.end())
        return failure(Failure::invalid, "evidence.subject.own", "about");
    return {};
}

Result<Subjects> subjects_of(database::Transaction& transaction, FactId fact)
{
    const auto agency = [](const database::Row& row) {
        return row.id<organisation::AgencyId>("agency_id");
    };
    const auto manner = [](const database::Row& row) { return manner_from(row.text("manner")); };
    Subjects subjects;
    subjects.agencies = TRY(transaction.all(sql::subjects_of_fact, agency, fact));
    const auto said = TRY(transaction.maybe_one(sql::manner_of_fact, manner, fact));
    if (said) subjects.manner = said->value_or(Manner::not_said);
    return subjects;
}

Result<void> keep_subjects(database::Transaction& transaction, FactId fact,
                           const Subjects& subjects)
{
    for (const auto agency : subjects.agencies)
        TRY(transaction.change_one(sql::insert_subject, fact, agency));
    if (subjects.manner == Manner::not_said) return {};
    return transaction.change_one(sql::insert_manner, fact, name_of(subjects.manner));
}

Result<std::vector<organisation::AgencySummary>> subject_agencies(
    database::Transaction& transaction, const Subjects& subjects, Date day)
{
    std::vector<organisation::AgencySummary> agencies;
    agencies.reserve(subjects.agencies.size());
    for (const auto id : subjects.agencies) {
        auto agency = TRY(organisation::agency_by_id(transaction, id, day));
        agencies.push_back(std::move(agency));
    }
    std::ranges::sort(agencies, [](const auto& one, const auto& other) {
        return text::collate(one.name, other.name) < 0;
    });
    return agencies;
}

Result<std::string> subjects_in_words(database::Transaction& transaction, const RecordedFact& fact)
{
    if (!has_subjects(fact.product)) return std::string{};
    const auto subjects = TRY(subjects_of(transaction, fact.id));
    return words_of(transaction, subjects, fact.happened_on);
}

Result<std::string> words_of(database::Transaction& transaction, const Subjects& subjects, Date day)
{
    const auto agencies = TRY(subject_agencies(transaction, subjects, day));
    std::string words;
    for (const auto& agency : agencies) words += (words.empty() ? "" : "; ") + agency.name;
    return with_manner(std::move(words), subjects.manner);
}

std::string with_manner(std::string words, Manner manner)
{
    if (manner == Manner::not_said) return words;
    const bool is_unannounced = manner == Manner::unannounced;
    return words + (words.empty() ? "" : " ") + (is_unannounced ? "(đột xuất)" : "(theo kế hoạch)");
}

Result<bool> may_see_as_subject(const Context& context, database::Transaction& transaction,
                                const RecordedFact& fact)
{
    if (!has_subjects(fact.product)) return false;
    const auto subjects = TRY(subjects_of(transaction, fact.id));
    return std::ranges::any_of(subjects.agencies, [&](organisation::AgencyId agency) {
        return may_see_facts(context, agency);
    });
}

}  // namespace caicach::evidence
