#include "report/narrative/drawn_corrections.hpp"

#include <utility>

#include "report/flow/submission.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/sql.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

/// A submission as the query names it.
struct Found {
    ReportId report{};
    std::int64_t number{};
    std::string reason{};
    std::string period{};
};

/// Of what was sent, what the next report counts on: its numbers and tables.
Result<SentContent> numbers_of(database::Transaction& transaction, SubmissionId submission)
{
    const auto text = TRY(SubmissionStore{transaction}.content(submission));
    auto content = TRY(sent_content_from(text));
    content.texts.clear();
    content.files.clear();
    return content;
}

Result<std::vector<SentDifference>> changed_by(database::Transaction& transaction,
                                               const Found& correction)
{
    SubmissionStore store{transaction};
    const auto now = TRY(store.by_number(correction.report, correction.number));
    const auto before = TRY(store.by_number(correction.report, correction.number - 1));
    const auto said = TRY(numbers_of(transaction, before.id));
    const auto says = TRY(numbers_of(transaction, now.id));
    const auto form_before = TRY(form_content(transaction, before.version_of_form));
    const auto form_now = TRY(form_content(transaction, now.version_of_form));
    return differences_of({said, *form_before}, {says, *form_now});
}

std::string paragraph(const ToldCorrection& correction, const Wording& wording)
{
    const std::string key = "corrected";
    std::string_view reason{correction.reason};
    while (reason.ends_with('.')) reason.remove_suffix(1);
    auto text = wording.say(key + ".head", correction.period, reason);
    std::size_t count{};
    for (const auto& one : correction.changed) {
        if (++count > examples_max) break;
        const auto none = wording.say(key + ".none", {});
        text += "\n- " +
                wording.say(key + ".line", one.part, one.before.empty() ? none : one.before,
                            one.after.empty() ? none : one.after) +
                ".";
    }
    if (correction.changed.size() > examples_max)
        text +=
            "\n- " +
            wording.say("more_numbers", std::to_string(correction.changed.size() - examples_max)) +
            ".";
    return text;
}

}  // namespace

Result<std::vector<ToldCorrection>> corrections_before(database::Transaction& transaction,
                                                       const Filled& filled)
{
    std::vector<ToldCorrection> told;
    // What is asked for once has no period before it.
    if (filled.period.is_ad_hoc()) return told;
    const auto found = [](const database::Row& row) {
        return Found{.report = row.id<ReportId>("report_id"),
                     .number = row.integer("number"),
                     .reason = row.string("reason"),
                     .period = row.string("title")};
    };
    const auto corrections = TRY(transaction.all(
        sql::corrections_before, found, filled.report.agency, filled.report.form,
        filled.period.days.from, static_cast<std::int64_t>(limits::lines_drawn_max)));
    for (const auto& one : corrections) {
        auto changed = TRY(changed_by(transaction, one));
        if (!changed.empty()) told.push_back({one.period, one.reason, std::move(changed)});
    }
    return told;
}

std::string with_corrections(const Narrative& narrative, std::string draft,
                             std::span<const ToldCorrection> corrections, const Wording& wording)
{
    for (const auto& one : corrections)
        draft += (draft.empty() ? "" : "\n\n") + paragraph(one, wording);
    const auto limit = static_cast<std::size_t>(narrative.length_max);
    return text::length(draft) > limit ? text::shorten(draft, limit) : draft;
}

}  // namespace caicach::report
