#include "report/paper/sent_report.hpp"

#include <utility>

#include "report/flow/sent_content.hpp"
#include "report/form/form_cache.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

/// Rows of a table that the form has; the others are no longer asked for.
void add_tables(const SentContent& sent, Filled& filled)
{
    for (const auto& section : filled.definition->sections) {
        for (const auto& part : section.parts) {
            const auto* table = std::get_if<FormTable>(&part);
            if (table == nullptr) continue;
            auto& rows = filled.tables[table->key];
            const auto found = sent.tables.find(table->key);
            if (found == sent.tables.end()) continue;
            rows.reserve(found->second.size());
            for (const auto& line : found->second) {
                FilledRow row{.number = line.number, .name = line.name, .cells = line.cells};
                row.cells.resize(table->columns.size());
                rows.push_back(std::move(row));
            }
        }
    }
}

}  // namespace

Result<Filled> thawed(std::string_view snapshot, const Report& report, const ReportPeriod& period,
                      std::shared_ptr<const Definition> definition)
{
    auto sent = TRY(sent_content_from(snapshot));
    Filled filled{.report = report, .period = period, .definition = std::move(definition)};
    const auto asked = indicators_of(*filled.definition);
    filled.indicators.reserve(asked.size());
    for (const auto* indicator : asked) {
        FilledIndicator one{.indicator = indicator};
        if (const auto* number = sent.number(indicator->key)) one.typed = number->sent;
        filled.indicators.push_back(std::move(one));
    }
    add_tables(sent, filled);
    filled.texts = std::move(sent.texts);
    filled.files.reserve(sent.files.size());
    for (auto& file : sent.files)
        filled.files.push_back({.sha256 = std::move(file.sha256), .name = std::move(file.name)});
    return filled;
}

Result<Filled> sent_report(database::Transaction& transaction, const Report& report,
                           const Submission& submission)
{
    const auto period = TRY(ReportStore{transaction}.period(report.period));
    auto form = TRY(form_content(transaction, submission.version_of_form));
    const auto content = TRY(SubmissionStore{transaction}.content(submission.id));
    return thawed(content, report, period, std::move(form));
}

}  // namespace caicach::report
