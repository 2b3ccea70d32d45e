#pragma once
#include "base/id.hpp"

namespace caicach::outgoing
{

struct SeriesTag;
using SeriesId = Id<SeriesTag>;
struct DocumentTag;
using DocumentId = Id<DocumentTag>;

}  // namespace caicach::outgoing
