#pragma once
#include "base/id.hpp"

namespace caicach::channel
{

struct ScriptTag;
using ScriptId = Id<ScriptTag>;
struct RecordingTag;
using RecordingId = Id<RecordingTag>;

}  // namespace caicach::channel
