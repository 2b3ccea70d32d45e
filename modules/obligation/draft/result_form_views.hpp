#pragma once
#include <span>

#include "html/html.hpp"
#include "obligation/draft/result_form.hpp"
#include "web/components/fault.hpp"

namespace caicach::obligation
{

/// The draft of work that nobody asks for any more, to be read; nothing where there is none.
void write_kept_draft(html::Writer& out, const ResultForm& form);

void write_result_form(html::Writer& out, const Context& context, const Obligation& obligation,
                       const ResultForm& form, const web::Fault& fault);

/// Whom the result is about, where that is asked.
void write_subject_fields(html::Writer& out, const evidence::TypedSubjects& typed,
                          std::span<const organisation::AgencySummary> agencies,
                          const web::Fault& fault);

/// A file or a photo, and whether what its camera noted is kept.
void write_proof_fields(html::Writer& out, const web::Fault& fault, bool keeps_photo);

/// Both drafts, and a choice.
void write_draft_conflict(html::Writer& out, const Context& context, const Obligation& obligation,
                          const ResultForm& form);

}  // namespace caicach::obligation
