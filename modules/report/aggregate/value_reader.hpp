#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "database/database.hpp"
#include "report/aggregate/collecting.hpp"
#include "report/amount.hpp"
#include "report/form/form_cache.hpp"

namespace caicach::report
{

/// Whose numbers, and of which periods of one form.
struct ValueScope {
    organisation::AgencyId collector{};
    std::vector<ReportPeriod> periods{};
};

/// An agency as each of its numbers shows it.
struct ValueReporter {
    std::string code{};
    std::string name{};
    std::string state{};
    std::string sent_at{};
    std::string receipt{};
    std::string counts{};  ///< "có", "không"
};

/// One number that stands sent. It looks at what the reader holds.
struct ReadValue {
    const ReportPeriod& period;
    const ValueReporter& reporter;
    std::string_view key{};
    const Indicator* indicator{};  ///< null where the period's form has no such number any more
    Amount sent{};
};

/// Numbers one after the other, of any amount of them in the memory of one period's agencies: in
/// pieces, each in a transaction of its own, behind the one before. What is sent or taken back
/// meanwhile is read once, as it is then, or not at all.
class ValueReader
{
public:
    ValueReader(database::Database& database, ValueScope scope)
        : m_database(&database), m_scope(std::move(scope))
    {
    }

    static constexpr std::int64_t piece = 5'000;

    /// The next ones, at most `piece`; false where there are no more.
    [[nodiscard]] Result<bool> read(const std::function<Result<void>(const ReadValue&)>& add);

private:
    [[nodiscard]] Result<void> open(database::Transaction& transaction, const ReportPeriod& period);
    [[nodiscard]] const Indicator* indicator(std::string_view key) const;

    database::Database* m_database;
    ValueScope m_scope;
    std::size_t m_at{};  ///< of the periods
    bool m_is_open{};
    FormContent m_definition{};
    std::map<std::string, const Indicator*, std::less<>> m_indicators{};
    std::map<organisation::AgencyId, ValueReporter> m_reporters{};
    std::string m_key{};  ///< behind this one of that agency
    std::int64_t m_agency{};
};

}  // namespace caicach::report
