#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attachment/api.hpp"
#include "database/transaction.hpp"
#include "document/pdf_signature.hpp"
#include "outgoing/ids.hpp"

/// A place for a signature in the PDF of a document: prepared here, signed elsewhere, taken back.
namespace caicach::outgoing
{

enum class SignatureState { prepared, signed_ };

struct DocumentSignature {
    SignatureId id{};
    DocumentId document{};
    document::SignaturePlace place{};
    SignatureState state{SignatureState::prepared};
    attachment::AttachmentId prepared{};
    document::SignatureHole hole{};
    std::size_t bytes_before{};  ///< of the file that was prepared, before its place was added
    Instant prepared_at{};
    std::optional<attachment::AttachmentId> file{};  ///< signed
    std::optional<Instant> signed_at{};              ///< when it was taken back
    std::string signer{};                            ///< as the certificate has it
    std::string organisation{};
    std::string issuer{};
    std::string serial{};
    std::optional<Instant> claimed_at{};
    bool is_trusted{};
    std::int64_t version{};
};

/// Who signs first: Nghị định 30/2020/NĐ-CP, Điều 13, and Phụ lục I, phần I, mục II, khoản 8.
/// Nothing where both have.
[[nodiscard]] std::optional<document::SignaturePlace> next_place(
    std::span<const DocumentSignature> signatures);
/// The one that waits for its signature.
[[nodiscard]] std::optional<DocumentSignature> waiting_of(
    std::span<const DocumentSignature> signatures);
[[nodiscard]] std::string_view text_of(document::SignaturePlace place);

/// Rows of outgoing_signature; one a transaction.
class SignatureStore
{
public:
    explicit SignatureStore(database::Transaction& transaction) : m_transaction(transaction) {}

    [[nodiscard]] Result<std::vector<DocumentSignature>> of_document(DocumentId document);
    [[nodiscard]] Result<void> insert(const DocumentSignature& signature);
    /// conflict "base.changed_meanwhile" where it no longer waits.
    [[nodiscard]] Result<void> sign(const DocumentSignature& signature);
    [[nodiscard]] Result<void> remove(const DocumentSignature& signature);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::outgoing
