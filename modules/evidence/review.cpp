#include "evidence/review.hpp"

#include <iterator>

#include "database/turn.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/limits.hpp"
#include "evidence/permissions.hpp"
#include "evidence/review_news.hpp"
#include "evidence/sql.hpp"
#include "evidence/sums.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{
namespace
{

std::string_view name_of(ReviewStep step)
{
    switch (step) {
        case ReviewStep::refused:
            return "refused";
        case ReviewStep::accepted:
            return "accepted";
        case ReviewStep::answered:
            break;
    }
    return "answered";
}

ReviewStep step_from(std::string_view name)
{
    if (name == "refused") return ReviewStep::refused;
    return name == "accepted" ? ReviewStep::accepted : ReviewStep::answered;
}

/// As it stands now, for nobody else to change.
Result<RecordedFact> held(database::Transaction& transaction, const RecordedFact& fact)
{
    TRY(database::take_turn(transaction, database::Turn::among_others));
    return hold_fact(transaction, fact.id);
}

/// Keeps the step, and tells those who wait for it.
Result<void> append(Context& context, database::Transaction& transaction, const RecordedFact& fact,
                    ReviewStep step, std::string_view text)
{
    const auto before = TRY(reviews_of(transaction, fact.id));
    if (std::ssize(before) >= limits::reviews_max)
        return failure(Failure::conflict, "evidence.review.too_many", "text",
                       {std::to_string(limits::reviews_max)});
    const auto& actor = context.actor();
    TRY(transaction.change_one(sql::insert_review, make_id<FactId>(), fact.id, name_of(step),
                               text::trim(text), context.now(), actor.account, actor.agency_name));
    return tell_review(context, transaction, fact, step, text::trim(text), before);
}

}  // namespace

Review review_from(const database::Row& row)
{
    return {.step = step_from(row.text("step")),
            .text = row.string("text"),
            .taken_at = row.instant("taken_at"),
            .account = AccountId{row.integer("account_id")},
            .agency_name = row.string("agency_name")};
}

Result<std::vector<Review>> reviews_of(database::Transaction& transaction, FactId fact)
{
    return transaction.all(sql::reviews_of, review_from, fact);
}

std::string_view label_of(ReviewStep step)
{
    switch (step) {
        case ReviewStep::refused:
            return "Không công nhận";
        case ReviewStep::accepted:
            return "Công nhận lại";
        case ReviewStep::answered:
            break;
    }
    return "Cơ quan trả lời";
}

Result<void> refuse(Context& context, database::Transaction& transaction, const RecordedFact& known,
                    std::string_view reason)
{
    TRY(context.require(review_facts, organisation::scope_of(known.agency)));
    if (text::trim(reason).empty())
        return failure(Failure::invalid, "evidence.review.reason_missing", "text");
    const auto fact = TRY(held(transaction, known));
    if (fact.standing != Standing::counts)
        return failure(Failure::conflict, "evidence.review.not_counting");
    TRY(append(context, transaction, fact, ReviewStep::refused, reason));
    TRY(transaction.change_one(sql::insert_refusal, fact.id));
    auto refused = fact;
    refused.standing = Standing::refused;
    TRY(change_sum(transaction, fact, Change::removed));
    TRY(context.publish(transaction, FactReviewed{.fact = refused, .counts = false}));
    return context.record(transaction, "evidence.fact.refused", "evidence.fact", fact.id.value);
}

Result<void> accept(Context& context, database::Transaction& transaction, const RecordedFact& known,
                    std::string_view note)
{
    TRY(context.require(review_facts, organisation::scope_of(known.agency)));
    const auto fact = TRY(held(transaction, known));
    if (fact.standing != Standing::refused)
        return failure(Failure::conflict, "evidence.review.not_refused");
    TRY(append(context, transaction, fact, ReviewStep::accepted, note));
    TRY(transaction.change_one(sql::remove_refusal, fact.id));
    auto accepted = fact;
    accepted.standing = Standing::counts;
    TRY(change_sum(transaction, fact, Change::added));
    TRY(context.publish(transaction, FactReviewed{.fact = accepted, .counts = true}));
    return context.record(transaction, "evidence.fact.accepted", "evidence.fact", fact.id.value);
}

Result<void> answer(Context& context, database::Transaction& transaction, const RecordedFact& known,
                    std::string_view text)
{
    TRY(context.require(record_facts, organisation::scope_of(known.agency)));
    if (text::trim(text).empty())
        return failure(Failure::invalid, "evidence.review.answer_missing", "answer");
    const auto fact = TRY(held(transaction, known));
    if (fact.standing != Standing::refused)
        return failure(Failure::conflict, "evidence.review.not_refused");
    TRY(append(context, transaction, fact, ReviewStep::answered, text));
    return context.record(transaction, "evidence.fact.answered", "evidence.fact", fact.id.value);
}

}  // namespace caicach::evidence
