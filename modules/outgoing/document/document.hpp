#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"
#include "identity/api.hpp"
#include "organisation/api.hpp"
#include "outgoing/ids.hpp"

/// A document that leaves an agency: drafted, numbered, sent. What it says stands beside it
/// (document_content.hpp). Part of the module's door (api.hpp includes it).
namespace caicach::outgoing
{

enum class DocumentState {
    draft,
    numbered,
    signed_,  ///< stored as "signed"
    sent,
    replaced,   ///< by another one, which bears its own number
    withdrawn,  ///< its number is voided
};

struct Document {
    DocumentId id{};
    std::string code{};  ///< public
    organisation::AgencyId agency{};
    std::string kind{};  ///< key of a DocumentKind
    std::string subject{};
    std::optional<identity::SignerId> signer{};
    int year{};                   ///< of its number; of a draft, when it was made
    std::string series{};         ///< key; empty: a draft
    std::optional<int> number{};  ///< none: a draft
    std::string symbol{};         ///< "BC-SNV"
    std::optional<Date> issued_on{};
    std::string source_module{};  ///< empty: written by hand
    std::int64_t source_object{};
    DocumentId replaces{};  ///< none: it takes nothing's place
    DocumentState state{};
    std::string reason{};  ///< why it was withdrawn
    Instant made_at{};
    std::int64_t version{};

    [[nodiscard]] bool is_by_hand() const { return source_module.empty(); }
};

/// As stored: "signed".
[[nodiscard]] std::string_view key_of(DocumentState state);
[[nodiscard]] std::optional<DocumentState> document_state_from(std::string_view key);
[[nodiscard]] std::string_view text_of(DocumentState state);

/// "05/BC-SNV"; of a draft "chưa có số".
[[nodiscard]] std::string number_of(const Document& document);

/// What may be done with a document.
enum class Act { edit, discard, number, send, replace, withdraw };
/// Which of the permissions the person holds at its agency.
struct Held {
    bool writes{};
    bool numbers{};
    bool delivers{};
};
/// Pure: what the page offers and the handlers ask again.
[[nodiscard]] std::vector<Act> acts(const Document& document, const Held& held);
/// conflict "outgoing.document.not_now" with the state in words.
[[nodiscard]] Result<void> require_act(const Document& document, Act act);

}  // namespace caicach::outgoing
