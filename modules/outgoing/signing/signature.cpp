#include "outgoing/signing/signature.hpp"

#include <algorithm>

#include "outgoing/sql.hpp"

namespace caicach::outgoing
{
namespace
{

using Place = document::SignaturePlace;

std::string_view key_of(Place place) { return place == Place::signer ? "signer" : "agency"; }

DocumentSignature signature_from(const database::Row& row)
{
    return {
        .id = row.id<SignatureId>("id"),
        .document = row.id<DocumentId>("document_id"),
        .place = row.text("place") == "signer" ? Place::signer : Place::agency,
        .state = row.text("state") == "signed" ? SignatureState::signed_ : SignatureState::prepared,
        .prepared = row.id<attachment::AttachmentId>("prepared_attachment_id"),
        .hole = {.begin = static_cast<std::size_t>(row.integer("hole_begin")),
                 .end = static_cast<std::size_t>(row.integer("hole_end"))},
        .bytes_before = static_cast<std::size_t>(row.integer("bytes_before")),
        .prepared_at = row.instant("prepared_at"),
        .file = row.maybe_id<attachment::AttachmentId>("signed_attachment_id"),
        .signed_at = row.maybe_instant("signed_at"),
        .signer = row.string("signer"),
        .organisation = row.string("organisation"),
        .issuer = row.string("issuer"),
        .serial = row.string("serial"),
        .claimed_at = row.maybe_instant("claimed_at"),
        .is_trusted = row.boolean("is_trusted"),
        .version = row.integer("version"),
    };
}

}  // namespace

std::optional<Place> next_place(std::span<const DocumentSignature> signatures)
{
    for (const auto place : {Place::signer, Place::agency}) {
        if (std::ranges::find(signatures, place, &DocumentSignature::place) == signatures.end())
            return place;
    }
    return std::nullopt;
}

std::optional<DocumentSignature> waiting_of(std::span<const DocumentSignature> signatures)
{
    const auto found =
        std::ranges::find(signatures, SignatureState::prepared, &DocumentSignature::state);
    return found == signatures.end() ? std::nullopt : std::optional{*found};
}

std::string_view text_of(Place place)
{
    return place == Place::signer ? "Chữ ký của người ký" : "Chữ ký của cơ quan";
}

Result<std::vector<DocumentSignature>> SignatureStore::of_document(DocumentId document)
{
    return m_transaction.all(sql::signatures_of_document, signature_from, document);
}

Result<void> SignatureStore::insert(const DocumentSignature& signature)
{
    return m_transaction.change_one(
        sql::insert_signature, signature.id, signature.document, key_of(signature.place),
        signature.prepared, static_cast<std::int64_t>(signature.hole.begin),
        static_cast<std::int64_t>(signature.hole.end),
        static_cast<std::int64_t>(signature.bytes_before), signature.prepared_at);
}

Result<void> SignatureStore::sign(const DocumentSignature& signature)
{
    return m_transaction.change_one(sql::sign_signature, signature.id, signature.version,
                                    signature.file, signature.signed_at, signature.signer,
                                    signature.organisation, signature.issuer, signature.serial,
                                    signature.claimed_at, signature.is_trusted);
}

Result<void> SignatureStore::remove(const DocumentSignature& signature)
{
    return m_transaction.change_one(sql::delete_prepared, signature.id, signature.version);
}

}  // namespace caicach::outgoing
