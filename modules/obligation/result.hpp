#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "evidence/api.hpp"
#include "obligation/obligation.hpp"

/// What people of an agency report for an obligation, and what coordinators decide about it.
namespace caicach::obligation
{

/// Files that prove a result: documents and pictures.
[[nodiscard]] const attachment::AttachmentUse& proof_use();

/// A result as a person types it.
struct Report {
    std::string title{};
    Date happened_on{};
    std::int64_t quantity{1};
    std::string link{};                          ///< empty: none
    evidence::TypedSubjects subjects{};          ///< of an inspection, whom it looked at
    std::optional<evidence::KeptPage> page{};    ///< of ours, that `link` points at
    attachment::AttachmentId file{};             ///< attached already, to a draft; 0: none
    std::optional<document::PhotoNote> photo{};  ///< in the proof, to be kept beside it
    bool forgets_photo{};  ///< of `file`: what the draft kept of it is not wished any more
};

/// Records the fact, with the file where there is one; it counts at once. forbidden for who may
/// not report for the agency; conflict "obligation.closed" where nothing is owed any more; invalid
/// "obligation.report.proof_missing" without a link and a file, and what evidence::subjects_meant
/// and evidence::record_about refuse.
[[nodiscard]] Result<void> report(Context& context, database::Transaction& transaction,
                                  const Obligation& obligation, const Report& report,
                                  const std::optional<attachment::KeptFile>& proof);

/// The same for a person whose right to report was looked at already, by other means than the
/// session's: see reminder/answering.hpp.
[[nodiscard]] Result<void> record_result(Context& context, database::Transaction& transaction,
                                         const Obligation& obligation, const Report& report,
                                         const std::optional<attachment::KeptFile>& proof);

/// Hears attachment::FileAsked: who may see the obligation may read its proof.
[[nodiscard]] Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                                           const attachment::FileAsked& asked);

/// The agency's own people, those of the agency that gave the part, those who watch the plan, and
/// of a plan's own work those of the agencies that lead, help, direct or oversee it.
[[nodiscard]] Result<bool> may_see(const Context& context, database::Transaction& transaction,
                                   const Obligation& obligation);

/// The fact's kind: what the obligation asks for, else "a result".
[[nodiscard]] evidence::FactKind kind_of(const Obligation& obligation);

/// Excuses the agency with a reason; it is not late any more, and the boards say so. conflict
/// "obligation.closed".
[[nodiscard]] Result<void> excuse(Context& context, database::Transaction& transaction,
                                  const Obligation& obligation, std::string_view reason);
/// The same of which nobody is told: who excuses many at once tells of them together. Itself, and
/// all that was handed on of it.
[[nodiscard]] Result<std::vector<Obligation>> excuse_untold(Context& context,
                                                            database::Transaction& transaction,
                                                            const Obligation& obligation,
                                                            std::string_view reason);
/// Takes that back. conflict "obligation.not_excused".
[[nodiscard]] Result<void> end_excuse(Context& context, database::Transaction& transaction,
                                      const Obligation& obligation);

}  // namespace caicach::obligation
