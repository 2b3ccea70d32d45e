#pragma once
#include <optional>
#include <string>

#include "attachment/api.hpp"
#include "document/photo_note.hpp"
#include "evidence/api.hpp"
#include "manifest/context.hpp"

/// Facts that people type in, with their proof, correct and take back. What other modules record
/// (an article put on the site) is corrected there.
namespace caicach::evidence
{

/// Files that prove a fact: documents and pictures.
[[nodiscard]] const attachment::AttachmentUse& fact_file_use();

/// As a person types it; `photo` is what the camera noted, where the person wishes it kept.
struct TypedFact {
    std::string title{};
    Date happened_on{};
    std::int64_t quantity{1};
    std::string link{};                          ///< empty: none
    std::optional<attachment::KeptFile> file{};  ///< none: of a correction, the file stays
    std::optional<document::PhotoNote> photo{};
    std::optional<KeptPage> page{};        ///< of ours, that `link` points at
    std::optional<TypedSubjects> about{};  ///< none: of a correction, it stays
};

/// The kind of what is typed in or imported; null: of no product.
[[nodiscard]] FactKind typed_kind(const Product* product);
/// The same thing told anew, by the kind that it was recorded with: change what is to be corrected.
/// The kind looks at the fact's texts.
[[nodiscard]] Fact correction_of(const RecordedFact& fact);

/// Of the actor's agency and not for one obligation: it counts by its product. `product` is empty
/// or a Product's key. forbidden unless the actor may record facts of the agency; invalid
/// "evidence.fact.product_unknown", "….proof_missing", "evidence.subject.agency_unknown", and what
/// `record` and `check_subjects` refuse.
[[nodiscard]] Result<FactId> type_in(Context& context, database::Transaction& transaction,
                                     organisation::AgencyId agency, std::string_view product,
                                     const TypedFact& typed);

/// The actor's agency may correct it: a person typed it in, and no correction stands for it yet.
[[nodiscard]] bool may_correct(const Context& context, const RecordedFact& fact);

/// A correction of the same kind takes the fact's place. forbidden; conflict
/// "evidence.fact.already_superseded", "evidence.fact.recorded_elsewhere" for what nobody typed in.
[[nodiscard]] Result<FactId> correct(Context& context, database::Transaction& transaction,
                                     const RecordedFact& fact, const TypedFact& typed);
/// A correction with quantity 0. conflict "evidence.fact.taken_back_already".
[[nodiscard]] Result<FactId> take_back(Context& context, database::Transaction& transaction,
                                       const RecordedFact& fact);

/// Whoever may see facts of the agency, or review them.
[[nodiscard]] bool may_see_facts(const Context& context, organisation::AgencyId agency);

/// Hears attachment::FileAsked: who may see the fact may read its file.
[[nodiscard]] Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                                           const attachment::FileAsked& asked);

}  // namespace caicach::evidence
