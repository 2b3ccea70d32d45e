#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/subject.hpp"

namespace caicach
{
namespace html
{
class Writer;
}
namespace http
{
class Request;
}
namespace web
{
struct Fault;
}
}  // namespace caicach

/// Part of the module's door (api.hpp includes it): whom a fact is about, as forms ask for it.
namespace caicach::evidence
{

/// As typed, whether it reads as what it should be or not.
struct TypedSubjects {
    std::vector<std::string> agencies{};  ///< their addresses
    std::string manner{};                 ///< the name of a Manner

    [[nodiscard]] bool is_empty() const { return agencies.empty() && manner.empty(); }
    friend bool operator==(const TypedSubjects&, const TypedSubjects&) = default;
};
/// "unannounced so-tu-phap so-y-te", to be kept and compared; empty for nothing.
[[nodiscard]] std::string as_text(const TypedSubjects& typed);
[[nodiscard]] TypedSubjects typed_subjects_of(std::string_view text);

/// As a form sent it, to be shown again.
[[nodiscard]] TypedSubjects typed_subjects_in(const http::Request& request);
/// Nothing where the form does not ask. invalid "evidence.subject.too_many" (about),
/// "….manner_unknown" (manner).
[[nodiscard]] Result<std::optional<TypedSubjects>> stated_subjects_in(const http::Request& request);
/// Who is meant, for record_about. invalid "evidence.subject.agency_unknown" (about),
/// "….manner_unknown" (manner).
[[nodiscard]] Result<Subjects> subjects_meant(database::Transaction& transaction,
                                              const TypedSubjects& typed, Date day);

/// Whom a fact of the agency could be about: all others of today, and whom the form names already.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> subject_choices(
    database::Transaction& transaction, organisation::AgencyId own, const TypedSubjects& named,
    Date today);
/// "Sở Tư pháp; Sở Y tế (đột xuất)", of whom the choices know.
[[nodiscard]] std::string words_of(const TypedSubjects& typed,
                                   std::span<const organisation::AgencySummary> choices);

/// The fields that ask for it.
void subject_fields(html::Writer& out, const TypedSubjects& typed,
                    std::span<const organisation::AgencySummary> choices, const web::Fault& fault);

}  // namespace caicach::evidence
