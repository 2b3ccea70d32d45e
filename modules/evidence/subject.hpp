#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "evidence/fact.hpp"
#include "evidence/product_subjects.hpp"
#include "manifest/context.hpp"

/// Part of the module's door (api.hpp includes it). Which agencies a fact is about: an inspection,
/// whom it looked at, and whether it was announced. Part of the ledger: a correction states it
/// anew, or takes it over.
namespace caicach::evidence
{

enum class Manner { not_said, planned, unannounced };
[[nodiscard]] std::string_view name_of(Manner manner);   ///< "unannounced", as stored
[[nodiscard]] std::string_view label_of(Manner manner);  ///< "Đột xuất"
[[nodiscard]] std::optional<Manner> manner_from(std::string_view name);

struct Subjects {
    std::vector<organisation::AgencyId> agencies{};
    Manner manner{Manner::not_said};

    [[nodiscard]] bool is_empty() const { return agencies.empty() && manner == Manner::not_said; }
    friend bool operator==(const Subjects&, const Subjects&) = default;
};

/// In the order of their ids; once each.
[[nodiscard]] Subjects in_order(Subjects subjects);

/// Whether a fact can be about them. invalid "evidence.subject.not_for_product", "….own",
/// "….too_many" (about).
[[nodiscard]] Result<void> check_subjects(const Fact& fact, const Subjects& subjects);

/// `record` of a fact that is about agencies; refused as check_subjects says.
[[nodiscard]] Result<FactId> record_about(Context& context, database::Transaction& transaction,
                                          const Fact& fact, const Subjects& subjects);

[[nodiscard]] Result<Subjects> subjects_of(database::Transaction& transaction, FactId fact);
/// For `record`, before anybody hears of the fact.
[[nodiscard]] Result<void> keep_subjects(database::Transaction& transaction, FactId fact,
                                         const Subjects& subjects);

/// As they were named on the day, in Vietnamese order.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> subject_agencies(
    database::Transaction& transaction, const Subjects& subjects, Date day);
/// "Sở Tư pháp; Sở Y tế (đột xuất)"; empty where it is about nobody.
[[nodiscard]] Result<std::string> words_of(database::Transaction& transaction,
                                           const Subjects& subjects, Date day);
/// With how it was announced, in brackets.
[[nodiscard]] std::string with_manner(std::string words, Manner manner);
/// The words of a fact's subjects.
[[nodiscard]] Result<std::string> subjects_in_words(database::Transaction& transaction,
                                                    const RecordedFact& fact);

/// Whether the actor may see facts of an agency that the fact is about.
[[nodiscard]] Result<bool> may_see_as_subject(const Context& context,
                                              database::Transaction& transaction,
                                              const RecordedFact& fact);

}  // namespace caicach::evidence
