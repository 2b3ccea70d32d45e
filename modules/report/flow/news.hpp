#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "report/flow/step.hpp"
#include "report/report.hpp"

/// What people are told of reports, by bell and letter.
namespace caicach::report
{

using Readers = std::vector<identity::Account>;

/// Whom a report waits for at its agency: who sent it last and works there still, its officers and
/// its heads; at most limits::news_readers_max.
[[nodiscard]] Result<Readers> readers_at_agency(const Context& context,
                                                database::Transaction& transaction,
                                                const Report& report);
/// Whom it waits for at its collector: who coordinates there, for it or for the whole province,
/// else its officers, else its heads.
[[nodiscard]] Result<Readers> readers_at_collector(const Context& context,
                                                   database::Transaction& transaction,
                                                   const Report& report);

struct ReportNews {
    std::string template_key{};  ///< "report.news", "report.due"
    std::string what{};          ///< "Trả lại báo cáo"
    std::string about{};         ///< "Báo cáo thử, quý I năm 2026"
    std::string agency{};        ///< who did it, or whose it is
    std::string text{};          ///< the reason, when it is due; may be empty
    std::string path{};
    std::string key{};  ///< one message to a person, ever
};
/// Each of them, but never who did it.
[[nodiscard]] Result<void> tell(Context& context, database::Transaction& transaction,
                                const Readers& readers, const ReportNews& news);

/// Behind a step: whoever waits for it is told. A step that nobody waits for is told to nobody.
[[nodiscard]] Result<void> tell_of_step(Context& context, database::Transaction& transaction,
                                        const Report& report, const Definition& definition,
                                        StepKind kind, std::string_view text);

/// Its agency is told that something is said of what it sent, without sending it back.
[[nodiscard]] Result<void> tell_of_remarks(Context& context, database::Transaction& transaction,
                                           const Report& report, const Definition& definition);

}  // namespace caicach::report
