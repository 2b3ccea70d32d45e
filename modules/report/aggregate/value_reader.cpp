#include "report/aggregate/value_reader.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "report/aggregate/agency_names.hpp"
#include "report/form/form_cache.hpp"
#include "report/report_words.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

using organisation::AgencyId;

struct Row {
    std::string key{};
    AgencyId agency{};
    Amount sent{};
};

Row row_from(const database::Row& row)
{
    return {.key = row.string("indicator"),
            .agency = row.id<AgencyId>("agency_id"),
            .sent = {.numerator = row.integer("numerator"),
                     .denominator = row.maybe_integer("denominator")}};
}

ValueReporter reporter_of(const CollectedReport& one)
{
    const auto& sent_at = one.report.submitted_at;
    return {.state = std::string{text_of(one.report.state)},
            .sent_at = sent_at ? vietnamese_moment(*sent_at) : std::string{},
            .receipt = one.receipt,
            .counts = one.counts ? "có" : "không"};
}

}  // namespace

Result<void> ValueReader::open(database::Transaction& transaction, const ReportPeriod& period)
{
    m_definition = TRY(form_content(transaction, period.version_of_form));
    m_indicators.clear();
    for (const auto* one : indicators_of(*m_definition)) m_indicators.emplace(one->key, one);
    const auto reports = TRY(collected_reports(transaction, period, m_scope.collector));
    m_reporters.clear();
    std::vector<AgencyId> ids;
    ids.reserve(reports.size());
    for (const auto& one : reports) {
        ids.push_back(one.report.agency);
        m_reporters.emplace(one.report.agency, reporter_of(one));
    }
    const auto agencies = TRY(named(transaction, std::move(ids), period.due_on));
    for (const auto& one : agencies) {
        m_reporters[one.id].code = one.code;
        m_reporters[one.id].name = one.name;
    }
    m_key.clear();
    m_agency = 0;
    m_is_open = true;
    return {};
}

const Indicator* ValueReader::indicator(std::string_view key) const
{
    const auto found = m_indicators.find(key);
    return found == m_indicators.end() ? nullptr : found->second;
}

Result<bool> ValueReader::read(const std::function<Result<void>(const ReadValue&)>& add)
{
    if (m_at == m_scope.periods.size()) return false;
    const auto& period = m_scope.periods[m_at];
    auto transaction = TRY(m_database->read());
    if (!m_is_open) TRY(open(transaction, period));
    const auto rows = TRY(transaction.all(sql::values_behind, row_from, period.id,
                                          m_scope.collector, m_key, m_agency, piece));
    for (const auto& row : rows) {
        const auto& reporter = m_reporters[row.agency];
        TRY(add({.period = period,
                 .reporter = reporter,
                 .key = row.key,
                 .indicator = indicator(row.key),
                 .sent = row.sent}));
    }
    if (!rows.empty()) {
        m_key = rows.back().key;
        m_agency = rows.back().agency.value;
    }
    if (std::ssize(rows) < piece) {
        ++m_at;
        m_is_open = false;
    }
    return m_at < m_scope.periods.size();
}

}  // namespace caicach::report
