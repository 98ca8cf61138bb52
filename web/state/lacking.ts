/** What of the threads of the debate on the page was not read. */
import { computed } from '@preact/signals'
import { lackingOf } from '../../shared/lacking.ts'
import { debate } from './debate.ts'

/** Whether reading on may bring some of it. */
export const mayGrow = computed(() => debate.value?.threads.some(({ completeness }) => completeness.more) === true)

/** Null where nothing is known to be missing. */
export const lacking = computed(() => lackingOf(debate.value?.threads.map((thread) => thread.completeness) ?? []))
