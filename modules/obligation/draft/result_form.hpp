#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"
#include "obligation/draft/draft.hpp"
#include "obligation/inbox.hpp"
#include "obligation/result.hpp"

/// The form by which an agency reports what it did, filled with what was typed: just now, or into
/// the draft.
namespace caicach::obligation
{

/// What the keys of its forms are remembered as; their owner is the obligation.
inline constexpr std::string_view result_sending = "obligation.result";

struct ResultForm {
    DraftText typed{};
    std::string key{};             ///< under which it is sent
    std::string taken_keys{};      ///< of what was sent before
    std::optional<Draft> draft{};  ///< as stored
    std::string saved_by{};        ///< of the draft
    std::string file_code{};       ///< of the draft; empty: none
    std::string file_name{};
    std::string file_path{};
    std::string photo{};  ///< what the camera noted in it, where it is kept, in words
    bool keeps_photo{};   ///< what the camera noted, chosen or kept already
    bool drops_file{};
    bool is_conflict{};  ///< somebody saved another draft than the person saw
    std::vector<organisation::AgencySummary> agencies{};  ///< as subject_choices_of says
};

/// Whom a result of the obligation could be about; empty where that is not asked: its product has
/// no subjects, and `named` is nobody.
[[nodiscard]] Result<std::vector<organisation::AgencySummary>> subject_choices_of(
    const Context& context, database::Transaction& transaction, const Obligation& obligation,
    const evidence::TypedSubjects& named);

/// SHA-256 of what is reported; `file_sha256` of the file as the person has it.
[[nodiscard]] std::string content_of(const Report& report, std::string_view file_sha256);

/// As a form sends it, whatever it is; for drafts within their lengths.
[[nodiscard]] DraftText typed_in(const http::Request& request);
[[nodiscard]] Result<DraftText> draft_text_in(const http::Request& request);

/// With what the person typed where the form was refused; else with the draft, else with the title
/// of the work and today, so that a file is all that is wanting.
[[nodiscard]] Result<ResultForm> result_form_of(const Context& context,
                                                database::Transaction& transaction,
                                                const Task& task, const http::Request& request,
                                                const std::optional<Error>& error);

}  // namespace caicach::obligation
