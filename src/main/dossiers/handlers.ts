import type { Handlers } from '../pipeline/context.ts'
import { addAttachments, strikeAttachment } from './attachments.ts'
import { changeDossier } from './change.ts'
import { confirmDossier } from './confirm.ts'
import { addDocument, changeDocument, strikeDocument } from './documents.ts'
import { getDossier } from './get.ts'
import { listDossiers } from './list.ts'
import { listNumbers } from './numbers.ts'
import { openDossier } from './open.ts'
import { viewAttachment } from './view.ts'
import { voidDossier } from './void.ts'

export const dossierHandlers = {
  'dossiers.list': listDossiers,
  'dossiers.get': getDossier,
  'dossiers.open': openDossier,
  'dossiers.change': changeDossier,
  'dossiers.confirm': confirmDossier,
  'dossiers.void': voidDossier,
  'dossiers.numbers': listNumbers,
  'documents.add': addDocument,
  'documents.change': changeDocument,
  'documents.strike': strikeDocument,
  'attachments.add': addAttachments,
  'attachments.strike': strikeAttachment,
  'attachments.view': viewAttachment,
} satisfies Handlers<
  | 'dossiers.list' | 'dossiers.get' | 'dossiers.open' | 'dossiers.change' | 'dossiers.confirm' | 'dossiers.void' | 'dossiers.numbers'
  | 'documents.add' | 'documents.change' | 'documents.strike' | 'attachments.add' | 'attachments.strike' | 'attachments.view'
>
