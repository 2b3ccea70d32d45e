#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

struct ReminderTag;
using ReminderId = Id<ReminderTag>;

/// What somebody answered from the link of a letter. done: with a result, which is a fact.
enum class Answer { none, doing, done };
[[nodiscard]] std::string_view name_of(Answer answer);   ///< "doing"; empty for none
[[nodiscard]] std::string_view label_of(Answer answer);  ///< "Đang làm"; empty for none
[[nodiscard]] Answer answer_from(std::string_view name);

/// One person reminded of one obligation on one day, by one rule.
struct Reminder {
    ReminderId id{};
    ObligationId obligation{};
    plan::PlanId plan{};
    plan::ItemId lineage{};
    organisation::AgencyId agency{};
    AccountId account{};
    std::string rule{};  ///< key of a rule, or nudge_rule
    Date day{};
    Instant sent_at{};
    std::string sent_by{};               ///< who nudged; empty: the rule alone
    organisation::AgencyId nudged_by{};  ///< on whose behalf; none: nobody nudged
    std::optional<Instant> link_until{};
    Answer answer{Answer::none};
    std::string answer_text{};
    std::optional<Date> expected_on{};  ///< of "doing"
    std::optional<Instant> answered_at{};
};

/// What a person answers; `text` says what is done, or how far it is.
struct GivenAnswer {
    Answer answer{Answer::doing};
    std::string text{};
    std::optional<Date> expected_on{};
};

/// A reminder with the item that it was about, for lists.
struct ListedReminder {
    Reminder reminder{};
    std::string work{};  ///< "II.1. Đăng tin (Tháng 3/2026)"
    std::string code{};  ///< of the obligation; empty: it is gone
};

/// How far something late is, as its agency said last.
struct SaidProgress {
    std::string text{};
    std::optional<Date> expected_on{};
};

/// "Dự kiến xong 30/03/2026: chờ duyệt"
[[nodiscard]] std::string text_of(const SaidProgress& said);

/// When an agency was nudged last, and on whose behalf.
struct LastNudge {
    organisation::AgencyId agency{};
    Date day{};
    organisation::AgencyId by{};
};

/// Reminders ↔ rows.
class ReminderStore
{
public:
    explicit ReminderStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Whether it is new: the same person is reminded of the same by the same rule once a day.
    [[nodiscard]] Result<bool> add(const Reminder& reminder, std::string_view link_secret);
    /// not_found "obligation.answer.link_unknown".
    [[nodiscard]] Result<Reminder> by_link(std::string_view link_secret);
    /// conflict "obligation.answer.given": a link answers once.
    [[nodiscard]] Result<void> answer(ReminderId id, const GivenAnswer& given, Instant now);

    /// What a person of the agency says unasked, on the page of the work; the last word of a day.
    [[nodiscard]] Result<void> keep_progress(const Reminder& said);
    /// Of what the plan's agencies owe still though its day is over.
    [[nodiscard]] Result<std::map<ObligationId, SaidProgress>> progress_of_overdue(
        plan::PlanId plan, Date today);

    /// Newest first; at most limits::reminders_shown_max.
    [[nodiscard]] Result<std::vector<Reminder>> of_obligation(ObligationId obligation);
    /// Newest first; `before` is the last one of the page before, 0 for the first page.
    [[nodiscard]] Result<std::vector<ListedReminder>> of_plan(plan::PlanId plan, ReminderId before,
                                                              int limit);
    [[nodiscard]] Result<std::vector<LastNudge>> nudges(plan::PlanId plan);

    /// The last day whose reminders were all sent.
    [[nodiscard]] Result<std::optional<Date>> last_day();
    [[nodiscard]] Result<void> finish_day(Date day, std::int64_t people, Instant now);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::obligation
