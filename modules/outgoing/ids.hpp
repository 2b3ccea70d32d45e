#pragma once
#include "base/id.hpp"

namespace caicach::outgoing
{

struct SeriesTag;
using SeriesId = Id<SeriesTag>;
struct ListTag;
using ListId = Id<ListTag>;
struct DocumentTag;
using DocumentId = Id<DocumentTag>;
struct SignatureTag;
using SignatureId = Id<SignatureTag>;
struct TemplateTag;
using TemplateId = Id<TemplateTag>;

}  // namespace caicach::outgoing
